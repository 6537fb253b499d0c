"""Names of places: known or not, and put into title case."""

import pytest

from generator.ingest.editor import places

TITLES = {
    "SULAIMANI": "Sulaimani",
    "SÃO PAULO": "São Paulo",
    "SAN JUAN DEL SUR": "San Juan del Sur",
    "RIO DE JANEIRO": "Rio de Janeiro",
    "JEREZ DE LA FRONTERA": "Jerez de la Frontera",
    "PUERTO LA CRUZ": "Puerto La Cruz",
    "LA PAZ": "La Paz",
    "THE HAGUE": "The Hague",
    "PORT-AU-PRINCE": "Port-au-Prince",
    "STRATFORD-UPON-AVON": "Stratford-upon-Avon",
    "FRANKFURT AM MAIN": "Frankfurt am Main",
    "MAZAR-I-SHARIF": "Mazar-i-Sharif",
    "DAR ES SALAAM": "Dar es Salaam",
    "N'DJAMENA": "N'Djamena",
    "L'AQUILA": "L'Aquila",
    "ST. JOHN'S": "St. John's",
    "XI’AN": "Xi’an",
    "AL-BASRA": "Al-Basra",
    "MCALLEN": "McAllen",
    "ULAN BATOR": "Ulan Bator",
    "ΑΘΗΝΑ": "Αθηνα",
    "McLean": "McLean",
    "Linden am See": "Linden am See",
    "أربيل": "أربيل",
}


@pytest.mark.parametrize(("capitals", "title"), TITLES.items())
def test_a_place_is_put_into_title_case(capitals: str, title: str) -> None:
    assert places.title(capitals) == title


@pytest.mark.parametrize(
    "text", ["Calif.", "CALIF.", "D.C.", "DC", "D C", "W.Va.", "N. Mex.", "Ohio", "UAE", "Hunt County"]
)
def test_a_region_is_known_in_all_its_writings(text: str) -> None:
    assert places.region(text)


@pytest.mark.parametrize("text", ["in", "or", "In", "DC 20510", "New York!", "Westmark", "county", ""])
def test_a_word_is_no_region(text: str) -> None:
    assert not places.region(text)


@pytest.mark.parametrize(
    "city", ["BAGHDAD", "Baghdad", "ST. LOUIS", "São Paulo", "SAO PAULO", "أربيل", "اربيل", "هەولێر"]
)
def test_a_city_is_known_in_all_its_writings(city: str) -> None:
    assert places.known(city)


@pytest.mark.parametrize("city", ["MINOT", "SAN LUCAS", "FORT BRAGG", "CEDAR FALLS"])
def test_capitals_may_be_a_town(city: str) -> None:
    assert places.town_like(city)


@pytest.mark.parametrize("words", ["NASA", "WIN-WIN", "KEY WITNESS", "MAN DIES IN CRASH", "COVID-19"])
def test_capitals_may_be_no_town(words: str) -> None:
    assert not places.town_like(words)
