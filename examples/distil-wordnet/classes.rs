//! The classes of nouns that the tables tell apart: each a name and the synsets at whose top it stands.

/// One line a class: its name, then its synsets as `lemma.sense`, senses counted as WordNet counts them. A synset belongs to the nearest
/// classes above it; the classes above those follow from WordNet's own tree, so `city` is also `location`. At most 94 classes.
pub const CLASSES: &str = "\
abstraction: abstraction.6
act: act.2
activity: activity.1
age: age.1
amount: measure.2
animal: animal.1
artifact: artifact.1
attribute: attribute.2
award: award.2 award.3
beverage: beverage.1
bird: bird.1
body part: body_part.1 body_covering.1
body of water: body_of_water.1
book: book.1 publication.1
building: building.1 building_complex.1
celestial body: celestial_body.1
chemical element: chemical_element.1
city: city.1 town.1 municipality.1 village.2 settlement.6 capital.3
clothing: clothing.1 footwear.1
color: color.1 color.2
communication: communication.2
company: company.1 business.1
condition: state.2
conflict: war.1 battle.1 military_action.1
container: container.1
continent: continent.1
country: country.1 country.2 state.4
crime: crime.1
currency: monetary_unit.1 currency.1
date: date.1 calendar_day.1
device: device.1
discipline: discipline.1
disease: disease.1 illness.1 ill_health.1 symptom.1 injury.1
district: district.1 county.2
document: document.1 writing.4
drug: drug.1 medicine.2
event: event.1
family: family.1 family.2 kin.2
feeling: feeling.1
film: movie.1
food: food.1 food.2
furniture: furniture.1
game: game.1 game.3
government: government.1
group: group.1
holiday: holiday.2
island: island.1
language: natural_language.1
law: law.1 law.2 legal_document.1
letter: letter.2
location: location.1
material: material.1
measure unit: unit_of_measurement.1
military unit: military_unit.1
money: money.1 sum.1 cost.1
month: calendar_month.1
mountain: mountain.1 mountain_peak.1
musical instrument: musical_instrument.1
musical work: musical_composition.1 song.1 music.1
name: name.1
nationality: inhabitant.1 ethnic_group.1
natural object: natural_object.1 geological_formation.1
number: number.2
object: object.1
occupation: worker.1 leader.1 creator.2 entertainer.1 athlete.1 scientist.1 professional.1 communicator.1 combatant.1 expert.1 negotiator.1 intellectual.1 head.4 judge.1
organization: organization.1
performance: show.3 play.1 broadcast.2
period: time_period.1
person: person.1
physical property: physical_property.1
picture: picture.1 art.1 sculpture.1
plant: plant.2 plant_part.1
political party: party.1
process: process.6
province: state.1
religion: religion.1 religion.2
road: road.1 bridge.1
relative: relative.1
school: school.1 university.1
sport: sport.1
structure: structure.1
substance: substance.1 substance.7
supernatural being: spiritual_being.1 imaginary_being.1
symbol: symbol.1 sign.2
team: team.1
technique: method.1 technique.1 procedure.1
thought: cognition.1
time unit: time_unit.1
tool: tool.1 utensil.1
toy: plaything.1 game_equipment.1
vehicle: vehicle.1 craft.2
weapon: weapon.1
weekday: day_of_the_week.1
word: word.1 language_unit.1
";

/// The classes of verbs are WordNet's lexicographer files 29 to 43, in order.
pub const VERB_CLASSES: [&str; 15] = [
    "body",
    "change",
    "cognition",
    "communication",
    "competition",
    "consumption",
    "contact",
    "creation",
    "emotion",
    "motion",
    "perception",
    "possession",
    "social",
    "state",
    "weather",
];
