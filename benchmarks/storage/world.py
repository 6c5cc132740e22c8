"""Files for the storage benchmark: a placement CSV and a voter file of invented people."""

import csv
import random
from pathlib import Path

SYLLABLES = tuple("BRAM DEL KOR VAN MIR TOS FEN GRI HUL JAS LOR NEV PEL QUI ROS SAM TUR WEX YAR ZIM".split())
KINDS = ("RD", "LN", "DR", "ST", "AVE", "CT", "PL", "WAY")


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(syllables))


def _person(rng: random.Random) -> tuple[str, str, str]:
    return _word(rng, 2), rng.choice("ABCDEFGHJKLM"), _word(rng, 3)


def _address(rng: random.Random) -> str:
    return f"{rng.randrange(1, 9999)} {_word(rng, 2)} {rng.choice(KINDS)}"


def write_placements(path: Path, count: int, seed: int = 7) -> None:
    """``count`` accounts with debtor, birth date, SSN last four, two addresses and a phone each."""
    rng = random.Random(seed)
    head = (
        "Account Number,Client,Original Creditor,Balance,Principal,Interest,Charge Off Date,First Name,Middle,Last Name,DOB,SSN Last 4,"
        "Address,City,State,Zip,Previous Address,Previous City,Previous State,Previous Zip,Phone,Email,Employer"
    ).split(",")
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(head)
        for n in range(count):
            first, middle, last = _person(rng)
            cents = rng.randrange(5_000, 2_000_000)
            interest = cents // 10
            writer.writerow(
                [
                    *(f"00{n:08}", "Fictional Bank", "Example Card", f"{cents / 100:.2f}"),
                    *(
                        f"{(cents - interest) / 100:.2f}",
                        f"{interest / 100:.2f}",
                        "03/01/2024",
                        first,
                        middle,
                        last,
                    ),
                    *(f"{rng.randrange(1, 13):02}/{rng.randrange(1, 29):02}/{rng.randrange(1945, 2004)}",),
                    *(
                        f"{rng.randrange(10_000):04}",
                        _address(rng),
                        "LARKTON",
                        "NC",
                        f"{28000 + rng.randrange(900)}",
                    ),
                    *(_address(rng), "FAIRHOLLOW", "NC", f"{28000 + rng.randrange(900)}"),
                    *(
                        f"919555{rng.randrange(10_000):04}",
                        f"{first}.{last}{n}@example.com".lower(),
                        "Example Mills",
                    ),
                ]
            )


def write_voters(path: Path, count: int, seed: int = 8) -> None:
    """``count`` rows in North Carolina's layout."""
    rng = random.Random(seed)
    head = (
        "county_id county_desc voter_reg_num ncid last_name first_name middle_name name_suffix_lbl status_cd voter_status_desc "
        "reason_cd voter_status_reason_desc res_street_address res_city_desc state_cd zip_code mail_addr1 mail_addr2 mail_addr3 mail_addr4 "
        "mail_city mail_state mail_zipcode full_phone_number confidential_ind registr_dt race_code ethnic_code party_cd gender_code birth_year"
    ).split()
    with path.open("w", encoding="utf-8") as stream:
        stream.write("\t".join(head) + "\n")
        for n in range(count):
            first, middle, last = _person(rng)
            phone = f"919{rng.randrange(2_000_000, 9_999_999)}" if rng.random() < 0.68 else ""
            cells = [
                "101",
                "LARK",
                f"{n:012}",
                f"ZX{n:08}",
                last,
                first,
                middle,
                "",
                "A",
                "ACTIVE",
                "AV",
                "VERIFIED",
            ]
            cells += [_address(rng), "LARKTON", "NC", f"{28000 + rng.randrange(900)}", *[""] * 7, phone, "N"]
            cells += ["01/02/2020", "U", "UN", "UNA", "U", str(rng.randrange(1930, 2008))]
            stream.write("\t".join(cells) + "\n")
