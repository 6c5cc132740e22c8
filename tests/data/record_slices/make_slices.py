"""Write a slice of every record layout: a dozen rows of invented people, from ``layouts.json`` and a seed.

    python tests/data/record_slices/make_slices.py        writes slices/ and expected.json beside itself

``layouts.json`` states each layout's own columns (or places), as its publisher documents them, and, where a
column's name does not show it, which fact of a person stands in it.  This file knows nothing of the
program's profiles: what it put where is the answer key (``expected.json``) that reading is held against.

Each slice has eight people, then a repeat of the second row, a row that names no one and, in text, a row of
the wrong size: eleven rows, of which eight can be taken, two cannot, and one is a repeat.
"""

import csv
import gzip
import io
import json
import random
import re
import struct
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).parent
SEED = 20261128
PEOPLE = 8
FIRST = ("WILHELMINA", "ANSGAR", "BEATRIX", "CASIMIR", "DOROTHEA", "EUSTACE", "FELICITAS", "GUNTHER")
LAST = ("TESTERTON", "EXAMPLEBY", "SAMPLER", "FIXTUREMAN", "MOCKFORD", "DUMMETT", "STUBBINS", "SPECIMAN")
STREETS = ("MAPLE", "ELM", "HARBOR", "JUNIPER", "QUARRY", "ORCHARD", "CLOVER", "SUMMIT")
STATES = {
    "north_carolina": "NC",
    "ohio": "OH",
    "florida": "FL",
    "washington": "WA",
    "colorado": "CO",
    "michigan": "MI",
    "pennsylvania": "PA",
    "texas": "TX",
    "new_york": "NY",
    "california": "CA",
    "georgia": "GA",
    "new_jersey": "NJ",
    "alaska": "AK",
    "arizona": "AZ",
    "arkansas": "AR",
    "dc": "DC",
    "connecticut": "CT",
    "delaware": "DE",
    "iowa": "IA",
    "kansas": "KS",
    "maine": "ME",
    "maryland": "MD",
    "minnesota": "MN",
    "missouri": "MO",
    "montana": "MT",
    "nebraska": "NE",
    "nevada": "NV",
    "new_hampshire": "NH",
    "new_mexico": "NM",
    "oklahoma": "OK",
    "oregon": "OR",
    "rhode_island": "RI",
    "south_dakota": "SD",
    "vermont": "VT",
    "virginia": "VA",
    "west_virginia": "WV",
    "wisconsin": "WI",
    "wyoming": "WY",
    "mississippi": "MS",
    "tarrant": "TX",
}

# What the name of a column says, squeezed to letters and digits; the first pattern that fits counts.
NAMES = [
    ((r"(text|cde|ind|ma|)mail(ing)?(addr|address)?(line|str|streetname|stname)?(1|line1|lineone)|mail(ing)?"
     r"(address|street|addr)|mailaddressline1|ownaddr1?|owneraddressline1|mailaddr|maaddrline1|detailsma|"
     r"mailingstreet|mailingline1"), "mail_line1"),
    (r"(text|)mail(ing)?(addr|address)?city|owncity|ownercity|macity|cityma", "mail_city"),
    (r"(cde|)mail(ing)?(addr|address)?(st|state)|ownstate|ownerstate|mastate|statema", "mail_state"),
    (r"(text|)mail(ing)?(addr|address)?(zip5?|zipcode)|ownzipcd|ownerzipcode|mazipcode|zipma", "mail_zip"),
    (r".*(mail|fidu|eff(address|city|state|zip)|poll|ownstatedom|input).*", ""),
    (r"(text)?(name|nm)?first(name)?|fname|namefirst|matchedfirstname", "first"),
    (r"(text)?(name|nm)?(middle|mid|midl)(maiden)?(name)?|mname|mi|namemiddle|midname", "middle"),
    (r"(text)?(name|nm)?last(name)?|lname|surname|namelast", "last"),
    (r"(cde)?(name)?(suffix|suff|sufx)(name|lbl|cd)?|nmsuff|namesuffix|suffixname|namesufxcd", "suffix"),
    (r"formerlast(name)?", "former"),
    (r"dob|dateofbirth|birthdate|dtbirth", "dob"),
    (r"(birthyear|yearofbirth|yob|dobyear)", "yob"),
    (r"(phone|phonenum|fullphonenumber|homephone|phoneno|phonenumber|telephonenum|businessphone|telephone)",
     "phone"),
    (r"(textphone|phone1)area(code)?|phone1area", "area"),
    (r"(textphone|phone1)exchange", "exchange"),
    (r"textphonelastfour|phone1numberpart", "last4"),
    (r"email(address)?", "email"),
    ((r"(res|residential|residence)?(street)?address(line)?1?|addressline1|legaladdressline1|phyaddr1?|addr1|"
     r"residentialaddress1?|residenceaddress(line1)?|resaddress1|address1|ressstreetaddress|resstreetaddress"),
     "line1"),
    ((r"(.*)(housenum(ber)?|houseno|streetnum(ber)?|stnum|adnum|raddnumber|regstnum|rahsnum|reshouse|"
     r"addressnumber|addressnbr|house)"), "house"),
    ((r"(.*)(predirection|predir|streetdirprefix|prestreetdir|directionprefix|streetprefix|streetdirection"
     r"prefix|directionalprefix|streetpredirection|strpfx|streetpre)|rastdircode|streetdir|direction"), "pre"),
    ((r"(.*)(postdirection|postdir|streetdirsuffix|poststreetdir|directionsuffix|postdirection|rastdircodepost|"
     r"directionalsuffix|strsfxdir|streetpost)"), ""),
    (r"(.*)(streettype(codename)?|sttype|regsttype|strsfx)", "type"),
    (r"(.*)(streetname|rstreetname|regstname)|street", "street"),
    ((r"(text|cde)?(res|residential|residence|reg|permanent|legaladdress|r|ra|property|phy|physical|addr|ad|)"
     r"(addr)?city(1|desc|ra)?|rescitydesc|postalcity|citydesc"), "city"),
    ((r"(text|cde)?(res|residential|residence|reg|permanent|legaladdress|r|ra|phy|physical|addr|ad|)(addr)?"
     r"(state|st)(1|cd|addr|ra)?|stateaddr"), "state"),
    ((r"(text|cde)?(res|residential|residence|reg|permanent|legaladdress|r|ra|phy|physical|addr|ad|)(addr)?"
     r"(zip5?|zipcode|zipcd)(1|ra)?"), "zip5"),
    ((r"(ncid|sosvoterid|voterid|vuid|sboeid|statevoterid|registrantid|votrid|vtrid|idvoter|regnnum|id|"
     r"registrationnumber|voteridentificationnumber|identificationnumber|voterregnumber|licenseno|"
     r"uniquesystemidentifier|nnumber|licensenumber|voterregnum)"), "id"),
    (r"(gender|sex|gendercode|cdegender)", "sex"),
    (r"(status|voterstatus|statuscode|statuscd|cdstatus|cderegistrantstatus|votersstatus)", "=A"),
    ((r"(.*)(registrationdate|dateofregistration|registrdt|regdate|effregndate|registered|regndate|"
     r"originalregistration)"), "reg"),
    (r"employer", "employer"),
    (r"age", "age"),
]  # fmt: skip


def person(number: int, layout: dict[str, Any], dice: random.Random) -> dict[str, str]:
    """Every fact of the invented person ``number`` of a layout, as its publisher writes it."""
    date = layout["date"]
    first, last = FIRST[number], LAST[(number * 3 + len(layout["id"])) % len(LAST)]
    middle, suffix = "QXZKVWYU"[number], "JR" if number == 5 else ""
    former = "MAIDENLY" if number == 2 else ""
    year, month, day = 1940 + dice.randrange(60), dice.randrange(1, 13), dice.randrange(13, 29)
    house, pre = str(dice.randrange(100, 989)), "N" if number % 2 else ""
    kind = "ST" if number % 3 else "AVE"
    street = STREETS[number]
    full = " ".join(x for x in (pre, street, kind) if x)
    zipcode = f"{dice.randrange(10000, 99000):05d}"
    phone = f"919555{dice.randrange(100, 199):04d}"
    whole_lf = " ".join(x for x in (last, first, middle) if x)
    own = f"{dice.randrange(10**7, 10**8)}"
    state = next((s for name, s in sorted(STATES.items(), key=lambda x: -len(x[0]))
                  if f"_{name}" in layout["id"]), "NC")  # fmt: skip
    asof = (2025, 1 + number, 15)
    return {
        "first": first, "middle": middle, "last": last, "suffix": suffix, "former": former,
        "whole_lf": whole_lf, "whole_lcf": f"{last}, {first} {middle}", "whole_fl": f"{first} {middle} {last}",
        "packed": f"{last:<20}{first:<14}{middle} {suffix}",
        "dob": written(date, year, month, day), "yob": str(year), "age": str(2026 - year), "sex": "MF"[number % 2],
        "iso_dob": f"{year}-{month:02d}-{day:02d}", "house": house, "pre": pre, "street": street, "type": kind,
        "street_full": full, "street_type": f"{street} {kind}", "line1": f"{house} {full}", "city": "SPRINGFIELD", "state": state, "zip5": zipcode,
        "zip9": zipcode + "1234", "zip4": "1234", "city_state_zip": f"SPRINGFIELD {state} {zipcode}",
        "whole_address": f"{house} {full}, SPRINGFIELD, {state} {zipcode}",
        "phone": phone, "area": phone[:3], "exchange": phone[3:6], "last4": phone[6:], "phone7": phone[3:],
        "email": f"{first}.{last}@EXAMPLE.COM", "mail_line1": f"PO BOX {house}", "mail_city": "SHELBYVILLE",
        "mail_state": "TN", "mail_zip": "37160", "mail_csz": "SHELBYVILLE TN 37160", "mail_cs": "SHELBYVILLE, TN",
        "id": own, "id10": own.zfill(10), "id12": own.zfill(12), "id13": own.zfill(13), "id19": own.zfill(19),
        "ny_id": "NY" + own.zfill(18), "pa_id": f"{own.zfill(9)}-51", "V": "V" + own,
        "former_whole": f"{first} {former}" if former else "", "former_address": "12 OLD RD" if former else "", "n": str(number + 1),
        "ssn": f"219{own[:6]}", "employer": "SAMPLE FOUNDRY INC", "reg": written(date, 2003, 1, 20),
        "asof_slash": written("%m/%d/%Y", *asof), "asof_ymd": written("%Y%m%d", *asof),
        "asof_mdy": written("%m%d%Y", *asof), "relative": "KONRAD EXAMPLEBY", "relative_phone": "9195550199",
    }  # fmt: skip


def written(style: str, year: int, month: int, day: int) -> str:
    """A date in a layout's style; the day is above 12, so that it cannot be taken for a month."""
    text = style.replace("%Y", f"{year}").replace("%m", f"{month:02d}").replace("%d", f"{day:02d}")
    return text.replace("%H:%M:%S", "00:00:00")


def fact_of(column: str, layout: dict[str, Any]) -> str:
    """Which fact stands in a column: as the layout says, else as its name does; "" for none."""
    if column in layout["facts"]:
        return str(layout["facts"][column])
    squeezed = re.sub(r"[^a-z0-9]", "", column.casefold())
    return next((fact for pattern, fact in NAMES if re.fullmatch(pattern, squeezed)), "")


def facts_of(layout: dict[str, Any]) -> list[str]:
    """The fact of each column; an identifying fact is put only once, in the first column that has it."""
    seen: set[str] = set()
    facts = []
    for column in layout["columns"]:
        fact = fact_of(column, layout)
        once = fact if not fact.startswith("=") and column not in layout["facts"] else ""
        facts.append("" if once and once in seen else fact)
        seen.add(fact)
    return facts


def cells(facts: list[str], who: dict[str, str]) -> list[str]:
    """The row of a person."""
    return [fact[1:] if fact.startswith("=") else who[fact] if fact else "" for fact in facts]


_NAMED = {
    "first",
    "middle",
    "last",
    "suffix",
    "former",
    "whole_lf",
    "whole_lcf",
    "whole_fl",
    "packed",
    "relative",
    "former_whole",
}


def rows_of(layout: dict[str, Any]) -> tuple[list[list[str]], list[dict[str, str]]]:
    """The rows of a slice, without the one of the wrong size; and its people."""
    dice = random.Random(f"{SEED} {layout['id']}")
    facts = facts_of(layout)
    people = [person(n, layout, dice) for n in range(PEOPLE)]
    rows = [cells(facts, who) for who in people]
    nameless = person(0, layout, dice)
    rows.append(list(rows[1]))
    rows.append([
        "" if f in _NAMED or f.startswith(("=SAMPLE", "=Sample")) or f in {"=ANN", "=EXAMPLEBY"}
        else c for f, c in zip(facts, cells(facts, nameless), strict=True)
    ])  # fmt: skip
    return rows, people


def expected(layout: dict[str, Any], people: list[dict[str, str]]) -> list[dict[str, Any]]:  # noqa: PLR0912
    """What reading must find of each person, from the facts that the layout has."""
    facts = set(facts_of(layout))
    split = "last" in facts
    answers = []
    for who in people:
        named = split or facts & {"whole_lf", "whole_lcf", "whole_fl", "packed"}
        answer: dict[str, Any] = {"first": who["first"], "last": who["last"]} if named else {}
        if "middle" in facts or not split:
            answer["middle"] = who["middle"] if named else None
        if "suffix" in facts or "packed" in facts:
            answer["suffix"] = who["suffix"] or None
        if "former" in facts and who["former"]:
            answer["former_last"] = who["former"]
        if "dob" in facts:
            answer["birth_date"] = who["iso_dob"]
        if "dob" in facts or "yob" in facts:
            answer["birth_year"] = int(who["yob"])
        if "phone" in facts or {"area", "exchange", "last4"} <= facts or {"area", "phone7"} <= facts:
            answer["phone"] = who["phone"]
        if "email" in facts:
            answer["email"] = who["email"].lower()
        if facts & {"line1", "whole_address"} or (
            "house" in facts and facts & {"street", "street_full", "street_type"}
        ):
            answer["address_house"] = who["house"]
            answer["address_street"] = who["street_full"]
        if facts & {"city", "city_state_zip", "whole_address"}:
            answer["address_city"] = who["city"]
        if facts & {"zip5", "zip9", "city_state_zip", "whole_address"}:
            answer["address_zip"] = who["zip5"]
        if "mail_city" in facts or "mail_cs" in facts or "mail_csz" in facts:
            answer["mailing_city"] = who["mail_city"]
        for own in ("id", "id10", "id12", "id13", "id19", "ny_id", "pa_id", "V"):
            if own in facts:
                answer["record_id"] = who[own]
        answers.append({k: v for k, v in answer.items() if v is not None})
    return answers


def text_of(layout: dict[str, Any], rows: list[list[str]]) -> str:
    """A slice as text; its last row has the wrong size."""
    if "length" in layout:
        return "".join(fixed(layout, row) + "\r\n" for row in rows) + fixed(layout, rows[2]) + "XX\r\n"
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if layout.get("quote_all") else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=layout["delimiter"], quoting=quoting)
    if layout["header"]:
        writer.writerow(layout["columns"])
    pad = 12 if layout.get("pad") or layout["id"] == "faa_master" else 0
    for row in rows:
        writer.writerow([cell.ljust(pad) for cell in row])
    writer.writerow(rows[2][: max(2, len(rows[2]) // 2)])
    return out.getvalue()


def fixed(layout: dict[str, Any], row: list[str]) -> str:
    """One fixed-width record."""
    record = [" "] * layout["length"]
    for (start, width), cell in zip(layout["places"], row, strict=True):
        record[start - 1 : start - 1 + width] = cell[:width].ljust(width)
    return "".join(record)


def dbf(columns: list[str], rows: list[list[str]]) -> bytes:
    """A dBASE III table of text fields."""
    widths = [max(1, *(len(r[i]) for r in rows)) for i in range(len(columns))]
    head = struct.pack("<BBBBIHH20x", 3, 126, 9, 15, len(rows), 33 + 32 * len(columns), 1 + sum(widths))
    for name, width in zip(columns, widths, strict=True):
        head += struct.pack("<11sc4xBB14x", name.encode(), b"C", width, 0)
    body = b"".join(
        b" " + b"".join(c.encode("cp1252").ljust(w) for c, w in zip(r, widths, strict=True)) for r in rows
    )
    return head + b"\r" + body + b"\x1a"


def xlsx(layout: dict[str, Any], rows: list[list[str]]) -> bytes:
    """A workbook with a sheet of notes before the table."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2026, 9, 15)})
        book.add_worksheet("Notes").write(0, 0, "Invented people")
        sheet = book.add_worksheet("Data")
        for at, row in enumerate([layout["columns"], *rows]):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def zipped(name: str, data: bytes) -> bytes:
    """An archive in which the table is not the largest member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in (
            ("ACFTREF.txt", b"CODE,MFR,MODEL\r\n" + b"0000000,SAMPLE,X1\r\n" * 900),
            (name, data),
        ):
            archive.writestr(zipfile.ZipInfo(member, (2026, 9, 15, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def packed(layout: dict[str, Any], rows: list[list[str]]) -> tuple[str, bytes]:
    """A slice's suffix and bytes."""
    container = layout["container"]
    if container == "dbf":
        return ".dbf", dbf(layout["columns"], rows)
    if container == "xlsx":
        return ".xlsx", xlsx(layout, rows)
    data = text_of(layout, rows).encode(layout["encoding"])
    if container == "gz":
        return ".txt.gz", gzip.compress(data, mtime=0)
    if container == "zip":
        return ".zip", zipped("MASTER.txt", data)
    return ".txt" if layout["delimiter"] != "," else ".csv", data


def main() -> None:
    """Write every slice and the answer key."""
    layouts = json.loads((HERE / "layouts.json").read_text(encoding="utf-8"))
    folder = HERE / "slices"
    folder.mkdir(exist_ok=True)
    key: dict[str, Any] = {}
    for layout in layouts:
        rows, people = rows_of(layout)
        suffix, data = packed(layout, rows)
        (folder / f"{layout['id']}{suffix}").write_bytes(data)
        ragged = layout["container"] not in {"dbf", "xlsx"}
        key[layout["id"]] = {
            "file": f"{layout['id']}{suffix}", "profile": layout["profile"], "reference": layout["reference"],
            "role": layout.get("role", ""), "header": layout["header"], "rows": len(rows) + ragged,
            "ragged": ragged, "people": expected(layout, people),
        }  # fmt: skip
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in key.items())
    (HERE / "expected.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
