//! The types of common nouns, by their classes in WordNet.

use crate::text::wordnet::classes;

/// The type of a common noun: that of the first of its classes that has one. That it is some group decides last: a village is a place, and a herd
/// of animals is none; a bird that someone is named after is a bird.
pub fn noun_type(lemma: &str) -> &'static str {
    if let Ok(at) = PLAIN_NOUNS.binary_search_by_key(&lemma, |(noun, _)| noun) {
        return PLAIN_NOUNS[at].1;
    }
    let typed = |class: &str| CLASS_TYPES.binary_search_by_key(&class, |(name, _)| name).ok().map(|i| CLASS_TYPES[i].1);
    let mut group = false;
    let mut kinds = classes(lemma).inspect(|&class| group |= class == "group").filter_map(typed);
    match kinds.next() {
        // A fur and the animal, a people and the breed.
        Some("ENTY:substance") if classes(lemma).nth(1) == Some("animal") => "ENTY:animal",
        Some("HUM:title") => kinds.find(|&kind| kind == "ENTY:animal").unwrap_or("HUM:title"),
        Some(kind) => kind,
        None if group && !lemma.ends_with("ism") => "HUM:gr",
        None => "",
    }
}

/// Nouns whose first sense in WordNet is not the one that texts mostly use; sorted.
const PLAIN_NOUNS: &[(&str, &str)] = &[
    ("ally", "HUM:title"),
    ("amount", "ENTY:other"),
    ("archive", "LOC:other"),
    ("auction", "ENTY:event"),
    ("badger", "ENTY:animal"),
    ("basis", "ENTY:other"),
    ("benefit", "ENTY:other"),
    ("cabinet", "HUM:gr"),
    ("campaign", "ENTY:event"),
    ("coverage", "ENTY:other"),
    ("delegate", "HUM:title"),
    ("distance", "ENTY:other"),
    ("economy", "ENTY:other"),
    ("end", "ENTY:event"),
    ("footage", "ENTY:cremat"),
    ("forest", "LOC:other"),
    ("form", "ENTY:other"),
    ("founder", "HUM:title"),
    ("front", "ENTY:other"),
    ("gallery", "LOC:other"),
    ("genius", "HUM:ind"),
    ("government", "HUM:gr"),
    ("hog", "ENTY:animal"),
    ("human", "HUM:ind"),
    ("label", "ENTY:other"),
    ("library", "LOC:other"),
    ("link", "ENTY:other"),
    ("man", "HUM:ind"),
    ("march", "ENTY:event"),
    ("mate", "HUM:ind"),
    ("movement", "HUM:gr"),
    ("museum", "LOC:other"),
    ("office", "ENTY:other"),
    ("opening", "ENTY:event"),
    ("organisation", "HUM:gr"),
    ("origin", "ENTY:other"),
    ("pair", "ENTY:other"),
    ("parliament", "HUM:gr"),
    ("party", "HUM:gr"),
    ("platform", "ENTY:other"),
    ("post", "ENTY:other"),
    ("predator", "ENTY:animal"),
    ("prey", "ENTY:animal"),
    ("programme", "ENTY:cremat"),
    ("protection", "ENTY:other"),
    ("quarry", "LOC:other"),
    ("rate", "NUM:other"),
    ("section", "ENTY:other"),
    ("series", "ENTY:other"),
    ("side", "ENTY:other"),
    ("site", "ENTY:other"),
    ("source", "ENTY:other"),
    ("species", "ENTY:other"),
    ("substitute", "HUM:title"),
    ("support", "ENTY:other"),
    ("term", "ENTY:other"),
    ("tie", "ENTY:other"),
    ("tiger", "ENTY:animal"),
    ("time", "ENTY:other"),
    ("tusk", "ENTY:body"),
    ("village", "LOC:other"),
    ("wasp", "ENTY:animal"),
    ("weasel", "ENTY:animal"),
    ("website", "ENTY:other"),
    ("whale", "ENTY:animal"),
    ("woman", "HUM:ind"),
    ("work", "ENTY:other"),
];

/// Classes of nouns and their types; sorted.
const CLASS_TYPES: &[(&str, &str)] = &[
    ("animal", "ENTY:animal"),
    ("artifact", "ENTY:product"),
    ("attribute", "ENTY:other"),
    ("award", "ENTY:other"),
    ("beverage", "ENTY:food"),
    ("bird", "ENTY:animal"),
    ("body of water", "LOC:other"),
    ("body part", "ENTY:body"),
    ("book", "ENTY:cremat"),
    ("building", "LOC:other"),
    ("celestial body", "LOC:other"),
    ("chemical element", "ENTY:substance"),
    ("city", "LOC:city"),
    ("clothing", "ENTY:product"),
    ("color", "ENTY:color"),
    ("communication", "ENTY:other"),
    ("company", "HUM:gr"),
    ("condition", "ENTY:other"),
    ("conflict", "ENTY:event"),
    ("container", "ENTY:product"),
    ("continent", "LOC:other"),
    ("country", "LOC:country"),
    ("crime", "ENTY:event"),
    ("currency", "ENTY:currency"),
    ("date", "NUM:date"),
    ("device", "ENTY:product"),
    ("discipline", "ENTY:other"),
    ("disease", "ENTY:dismed"),
    ("district", "LOC:other"),
    ("document", "ENTY:cremat"),
    ("drug", "ENTY:dismed"),
    ("event", "ENTY:event"),
    ("family", "HUM:gr"),
    ("feeling", "ENTY:other"),
    ("film", "ENTY:cremat"),
    ("food", "ENTY:food"),
    ("furniture", "ENTY:product"),
    ("game", "ENTY:sport"),
    ("government", "HUM:gr"),
    ("holiday", "ENTY:event"),
    ("island", "LOC:other"),
    ("language", "ENTY:lang"),
    ("law", "ENTY:other"),
    ("letter", "ENTY:letter"),
    ("location", "LOC:other"),
    ("material", "ENTY:substance"),
    ("military unit", "HUM:gr"),
    ("money", "NUM:money"),
    ("month", "NUM:date"),
    ("mountain", "LOC:mount"),
    ("musical instrument", "ENTY:instru"),
    ("musical work", "ENTY:cremat"),
    ("name", "ENTY:word"),
    ("nationality", "HUM:gr"),
    ("natural object", "ENTY:other"),
    ("number", "NUM:other"),
    ("occupation", "HUM:title"),
    ("organization", "HUM:gr"),
    ("performance", "ENTY:event"),
    ("period", "ENTY:other"),
    ("person", "HUM:ind"),
    ("physical property", "ENTY:other"),
    ("picture", "ENTY:cremat"),
    ("plant", "ENTY:plant"),
    ("political party", "HUM:gr"),
    ("process", "ENTY:other"),
    ("province", "LOC:state"),
    ("relative", "HUM:ind"),
    ("religion", "ENTY:religion"),
    ("road", "LOC:other"),
    ("school", "HUM:gr"),
    ("sport", "ENTY:sport"),
    ("structure", "LOC:other"),
    ("substance", "ENTY:substance"),
    ("symbol", "ENTY:symbol"),
    ("team", "HUM:gr"),
    ("technique", "ENTY:techmeth"),
    ("thought", "ENTY:other"),
    ("time unit", "NUM:period"),
    ("tool", "ENTY:product"),
    ("toy", "ENTY:product"),
    ("vehicle", "ENTY:veh"),
    ("weapon", "ENTY:product"),
    ("word", "ENTY:word"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_the_type_of_their_nearest_class() {
        assert!(CLASS_TYPES.is_sorted() && PLAIN_NOUNS.is_sorted());
        for (noun, expected) in
            [("painter", "HUM:title"), ("child", "HUM:ind"), ("river", "LOC:other"), ("violin", "ENTY:instru"), ("qwerty", "")]
        {
            assert_eq!(noun_type(noun), expected, "{noun}");
        }
    }
}
