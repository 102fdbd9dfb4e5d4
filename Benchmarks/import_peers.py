"""What others would write to import the rows of Benchmarks/make-rows: the same rules, the same columns, the same counts.

  import_peers.py pydantic ROWS STORE      pydantic's models and Python's sqlite3, into a store that alta made
  import_peers.py duckdb ROWS FILE         DuckDB reads, judges in SQL and keeps the records in a file of its own
  import_peers.py postgresql ROWS SERVER   COPY into a staging table, judged and inserted by SQL, into alta's tables

Each prints "read N stored N rejected N contacts N". None knows another wizard, language, heading or encoding, tells
more of a rejected row than its fields, or can go on after an interruption.
"""

import csv
import re
import subprocess
import sys
import unicodedata

CATEGORIES = ["retail", "wholesale", "industry", "services", "nonprofit", "public", "health", "construction"]
PARTS = ["firstName", "lastName", "email", "phone", "kind"]
NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
# What every record has besides its own: revision, created at and by, wizard, its version, language, source.
KEPT = (1, "2026-03-05T14:07:09Z", "root", "register-customer", 1, "en", "rows.csv")
KEPT_NAMES = "revision,created_at,created_by,wizard,wizard_version,created_language,source,source_row"
COMPANY = ("no,id,id_key,name,name_key,type,status,origin,address1,city,postal_code,country,phone1,email1,attributes,"
           + KEPT_NAMES)
CUSTOMER = "company,category,attributes,postal_invoice,status," + KEPT_NAMES
CONTACT = "no,company,first_name,last_name,phone1,email1,email_key,is_default,status," + KEPT_NAMES
USER = "no,email,email_key,contact,language,max_connections,status," + KEPT_NAMES


# Python

def with_pydantic(rows, store):
    import json
    import sqlite3
    from datetime import date
    from typing import Annotated, Literal

    from pydantic import AfterValidator, BaseModel, BeforeValidator, StringConstraints, ValidationError, model_validator

    mail_shape = re.compile(r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
                            r"[A-Za-z]{2,63}")

    def mail(text):
        if not mail_shape.fullmatch(text):
            raise ValueError("no e-mail address")
        return text

    def words(text):
        if text.isspace():
            raise ValueError("blank")
        return text

    def is_vat(text):
        if not re.fullmatch("DE[1-9][0-9]{8}", text):
            return False
        product = 10
        for digit in text[2:10]:
            product = 2 * ((int(digit) + product) % 10 or 10) % 11
        return (11 - product) % 10 == int(text[10])

    def is_nif(text):
        if re.fullmatch("[AB][0-9]{8}", text):
            total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(text[1:8]))
            return -total % 10 == int(text[8])
        if not re.fullmatch("[XYZ0-9][0-9]{7}[A-Z]", text):
            return False
        return NIF_LETTERS[int(text[:8].translate(str.maketrans("XYZ", "012"))) % 23] == text[8]

    absent = BeforeValidator(lambda text: text or None)

    def limited(most):
        return Annotated[str, StringConstraints(min_length=1, max_length=most), AfterValidator(words)]

    def shaped(shape):
        return Annotated[str, StringConstraints(pattern=shape)]

    call = shaped(r"^\+[1-9][0-9]{6,14}$")
    address = Annotated[str, StringConstraints(max_length=254), AfterValidator(mail)]

    class Person(BaseModel):
        firstName: limited(60)
        lastName: limited(60)
        email: address
        phone: Annotated[call | None, absent]
        kind: Literal["contact", "external"]

    class Registration(BaseModel):
        companyType: Literal["gmbh", "ag", "sl", "sa", "sole"]
        category: Literal[tuple(CATEGORIES)]
        country: Literal["DE", "ES"]
        identifier: str
        name: limited(120)
        address1: limited(120)
        postalCode: shaped("^[0-9]{5}$")
        city: limited(80)
        phone1: call
        email1: Annotated[address | None, absent]
        postalInvoice: Literal["true", "false"]
        notes: Annotated[limited(2000) | None, absent]
        buyerReference: Annotated[shaped("^([0-9]{8}-[0-9]{5}-[0-9]{2}|EA[0-9]{7})$") | None, absent]
        licenceNumber: Annotated[shaped("^[A-Z]{2}-[0-9]{6}$") | None, absent]
        siteManager: Annotated[limited(120) | None, absent]
        insuranceUntil: Annotated[date | None, absent]
        contacts: list[Person]

        @model_validator(mode="after")
        def together(self):
            if self.companyType in ("gmbh", "ag") and self.country != "DE" or self.companyType in ("sl", "sa") and self.country != "ES":
                raise ValueError("country")
            if not (is_vat if self.country == "DE" else is_nif)(self.identifier):
                raise ValueError("identifier")
            if not 1 <= int(self.postalCode[:2]) <= (52 if self.country == "ES" else 99):
                raise ValueError("postalCode")
            if self.email1 is None and self.postalInvoice == "false":
                raise ValueError("email1")
            for category, value in (("public", self.buyerReference), ("health", self.licenceNumber),
                                    ("construction", self.siteManager), ("construction", self.insuranceUntil)):
                if (value is not None) != (self.category == category):
                    raise ValueError(category)
            return self

    def folded(text):
        text = text.lower()
        if text.isascii():
            return text
        return "".join(c for c in unicodedata.normalize("NFD", text.replace("ß", "ss")) if not unicodedata.combining(c))

    def attributes(**values):
        held = {key: str(value) for key, value in values.items() if value is not None}
        return json.dumps(held, ensure_ascii=False, separators=(",", ":")) if held else None

    database = sqlite3.connect(store, isolation_level=None)
    database.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON;"
                           "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; BEGIN IMMEDIATE")
    identifiers = {key for (key,) in database.execute("SELECT id_key FROM companies")}
    accounts = {key for (key,) in database.execute("SELECT email_key FROM external_users")}
    (company, contact, user), = database.execute("SELECT (SELECT ifnull(max(no),0) FROM companies), (SELECT ifnull(max(no),0) FROM"
                                                 " contacts), (SELECT ifnull(max(no),0) FROM external_users)")
    before = contact
    tables = {"companies": COMPANY, "customers": CUSTOMER, "contacts": CONTACT, "external_users": USER}
    waiting = {table: [] for table in tables}

    def flush():
        for table, names in tables.items():
            marks = ",".join("?" * (names.count(",") + 1))
            database.executemany(f"INSERT INTO {table}({names}) VALUES ({marks})", waiting[table])
            waiting[table].clear()

    read = stored = 0
    with open(rows, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        names = next(reader)[:16]
        for cells in reader:
            read += 1
            given = dict(zip(names, cells))
            given["contacts"] = [dict(zip(PARTS, cells[i:i + 5])) for i in (16, 21, 26) if any(cells[i:i + 5])]
            try:
                row = Registration.model_validate(given)
            except ValidationError:
                continue
            key = row.identifier.lower()
            mails = [person.email.lower() for person in row.contacts if person.kind == "external"]
            if key in identifiers or not accounts.isdisjoint(mails) or len(set(mails)) < len(mails):
                continue
            identifiers.add(key)
            accounts.update(mails)
            company, stored, kept = company + 1, stored + 1, (*KEPT, read)
            waiting["companies"].append((
                company, row.identifier, key, row.name, folded(row.name), row.companyType, "active", "registration", row.address1,
                row.city, row.postalCode, row.country, row.phone1, row.email1, attributes(notes=row.notes), *kept))
            brought = attributes(buyerReference=row.buyerReference, licenceNumber=row.licenceNumber, siteManager=row.siteManager,
                                 insuranceUntil=row.insuranceUntil)
            waiting["customers"].append((company, row.category, brought, row.postalInvoice == "true", "active", *kept))
            for person in row.contacts:
                contact += 1
                mail_key = person.email.lower()
                waiting["contacts"].append((contact, company, person.firstName, person.lastName, person.phone, person.email,
                                            mail_key, 0, "active", *kept))
                if person.kind == "external":
                    user += 1
                    waiting["external_users"].append((user, person.email, mail_key, contact, "en", 1, "active", *kept))
            if len(waiting["companies"]) == 10_000:
                flush()
    flush()
    database.execute("COMMIT")
    return read, stored, read - stored, contact - before


# SQL

def rules(matches):
    """What holds of a row in the table "staged", as a condition that is never unknown; matches(text, pattern) is a condition."""
    def limited(name, most):
        return f"length({name}) <= {most} AND {matches(name, '.*[^ ].*')}"

    def mail(name):
        # The limit of 63 characters a label is left out: bounded repetitions make these engines many times slower.
        shape = "[A-Za-z0-9_%+-]+([.][A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z][A-Za-z]+"
        return f"length({name}) <= 254 AND {matches(name, shape)}"

    def digit(place):
        return f"(ascii(substr(identifier, {place}, 1)) - 48)"

    product = "10"
    for place in range(3, 11):
        product = f"(2 * (({digit(place)} + {product} + 9) % 10 + 1) % 11)"
    vat = f"CASE WHEN {matches('identifier', 'DE[1-9][0-9]{8}')} THEN (11 - {product}) % 10 = {digit(11)} ELSE false END"
    doubled = " + ".join(f"({digit(i)} * 2 / 10 + {digit(i)} * 2 % 10)".replace("/", "//") if i % 2 == 0 else digit(i)
                         for i in range(2, 9))
    cif = f"CASE WHEN {matches('identifier', '[AB][0-9]{8}')} THEN (10 - ({doubled}) % 10) % 10 = {digit(9)} ELSE false END"
    number = "CAST(translate(substr(identifier, 1, 8), 'XYZ', '012') AS integer)"
    nif = (f"CASE WHEN {matches('identifier', '[XYZ0-9][0-9]{7}[A-Z]')} THEN"
           f" substr('{NIF_LETTERS}', {number} % 23 + 1, 1) = substr(identifier, 9, 1) ELSE false END")
    phone = "[+][1-9][0-9]{6,14}"

    def brought(name, category, condition):
        return f"CASE WHEN category = '{category}' THEN {condition} ELSE {name} = '' END"

    found = [
        "companytype IN ('gmbh', 'ag', 'sl', 'sa', 'sole')", f"category IN ({', '.join(map(repr, CATEGORIES))})",
        "country IN ('DE', 'ES')", "NOT (companytype IN ('gmbh', 'ag') AND country <> 'DE')",
        "NOT (companytype IN ('sl', 'sa') AND country <> 'ES')",
        f"CASE WHEN country = 'DE' THEN {vat} WHEN substr(identifier, 1, 1) IN ('A', 'B') THEN {cif} ELSE {nif} END",
        limited("name", 120), limited("address1", 120), limited("city", 80), matches("postalcode", "[0-9]{5}"),
        "postalcode >= '01' AND (country <> 'ES' OR postalcode < '53')", matches("phone1", phone),
        "postalinvoice IN ('true', 'false')", f"CASE WHEN email1 = '' THEN postalinvoice = 'true' ELSE {mail('email1')} END",
        "length(notes) <= 2000",
        brought("buyerreference", "public", matches("buyerreference", "([0-9]{8}-[0-9]{5}-[0-9]{2}|EA[0-9]{7})")),
        brought("licencenumber", "health", matches("licencenumber", "[A-Z]{2}-[0-9]{6}")),
        brought("sitemanager", "construction", limited("sitemanager", 120)),
        brought("insuranceuntil", "construction", "{date}"),
    ]
    for i in (1, 2, 3):
        first, last, address, call, kind = (f"contact{i}_{part.lower()}" for part in PARTS)
        found.append(f"({first} || {last} || {address} || {call} || {kind} = '' OR ({limited(first, 60)} AND {limited(last, 60)} AND "
                     f"{mail(address)} AND ({call} = '' OR {matches(call, phone)}) AND {kind} IN ('contact', 'external')))")
    return " AND ".join(f"({one})" for one in found)


COLUMNS = ["companytype", "category", "identifier", "name", "address1", "postalcode", "city", "country", "phone1", "email1",
           "postalinvoice", "notes", "buyerreference", "licencenumber", "sitemanager", "insuranceuntil",
           *(f"contact{i}_{part.lower()}" for i in (1, 2, 3) for part in PARTS)]
KEPT_VALUES = ", ".join(str(value) if isinstance(value, int) else f"'{value}'" for value in KEPT) + ", record"


def insertions(matches, date, json_object):
    """Statements that judge the table "staged" and insert what holds, the first row with a key winning."""
    people = " UNION ALL ".join(
        f"SELECT record, {i} AS place, {', '.join(f'contact{i}_{part.lower()} AS {part.lower()}' for part in PARTS)}"
        f" FROM {{}} WHERE contact{i}_email <> ''" for i in (1, 2, 3))
    notes = json_object("notes", "notes")
    plain = "translate(replace(lower(name), 'ß', 'ss'), 'äöüñáéíóúàçïìòèâêîôû', 'aounaeiouaciioeaeiou')"
    return f"""
CREATE TEMP TABLE sound AS SELECT *, row_number() OVER (PARTITION BY lower(identifier) ORDER BY record) AS turn FROM staged
  WHERE {rules(matches).replace('{date}', date)};
CREATE TEMP TABLE doubled AS SELECT DISTINCT record FROM (SELECT record, row_number() OVER (PARTITION BY lower(email)
  ORDER BY record, place) AS turn FROM ({people.format(*['sound'] * 3)}) AS p WHERE kind = 'external' AND EXISTS
  (SELECT 1 FROM sound WHERE sound.record = p.record AND sound.turn = 1)) AS q WHERE turn > 1;
CREATE TEMP TABLE taken AS SELECT row_number() OVER (ORDER BY record) AS no, * FROM sound
  WHERE turn = 1 AND record NOT IN (SELECT record FROM doubled);
CREATE TEMP TABLE persons AS SELECT row_number() OVER (ORDER BY p.record, place) AS no, taken.no AS company, p.*
  FROM ({people.format(*['taken'] * 3)}) AS p JOIN taken ON taken.record = p.record;
INSERT INTO companies({COMPANY}) SELECT no, identifier, lower(identifier), name, {plain}, companytype, 'active', 'registration',
  address1, city, postalcode, country, phone1, nullif(email1, ''), CASE WHEN notes <> '' THEN {notes} END, {KEPT_VALUES}
  FROM taken ORDER BY no;
INSERT INTO customers({CUSTOMER}) SELECT no, category, CASE category
  WHEN 'public' THEN {json_object('buyerReference', 'buyerreference')}
  WHEN 'health' THEN {json_object('licenceNumber', 'licencenumber')}
  WHEN 'construction' THEN {json_object('siteManager', 'sitemanager', 'insuranceUntil', 'insuranceuntil')} END,
  CASE postalinvoice WHEN 'true' THEN 1 ELSE 0 END, 'active', {KEPT_VALUES} FROM taken ORDER BY no;
INSERT INTO contacts({CONTACT}) SELECT no, company, firstname, lastname, nullif(phone, ''), email, lower(email), 0, 'active',
  {KEPT_VALUES} FROM persons ORDER BY no;
INSERT INTO external_users({USER}) SELECT row_number() OVER (ORDER BY no), email, lower(email), no, 'en', 1, 'active', {KEPT_VALUES}
  FROM persons WHERE kind = 'external' ORDER BY no;
"""


COUNTS = "SELECT (SELECT count(*) FROM staged), (SELECT count(*) FROM companies), (SELECT count(*) FROM contacts)"


def with_duckdb(rows, store):
    import duckdb

    database = duckdb.connect(store)
    kept = ("revision INTEGER NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, wizard TEXT, wizard_version INTEGER,"
            " created_language TEXT, source TEXT NOT NULL, source_row INTEGER")
    database.execute(f"""
CREATE TABLE companies(no BIGINT PRIMARY KEY, id TEXT NOT NULL, id_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_key TEXT
  NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, origin TEXT, address1 TEXT, city TEXT, postal_code TEXT, country TEXT,
  phone1 TEXT, email1 TEXT, attributes TEXT, {kept});
CREATE TABLE customers(company BIGINT PRIMARY KEY REFERENCES companies, category TEXT NOT NULL, attributes TEXT,
  postal_invoice INTEGER NOT NULL, status TEXT NOT NULL, {kept});
CREATE TABLE contacts(no BIGINT PRIMARY KEY, company BIGINT REFERENCES companies, first_name TEXT, last_name TEXT, phone1 TEXT,
  email1 TEXT, email_key TEXT, is_default INTEGER NOT NULL, status TEXT NOT NULL, {kept});
CREATE TABLE external_users(no BIGINT PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL UNIQUE, contact BIGINT NOT NULL
  UNIQUE REFERENCES contacts, language TEXT NOT NULL, max_connections INTEGER NOT NULL, status TEXT NOT NULL, {kept});""")
    columns = "{" + ", ".join(f"'{name}': 'TEXT'" for name in COLUMNS) + "}"
    database.execute(f"""CREATE TEMP TABLE staged AS SELECT row_number() OVER () AS record, * FROM read_csv('{rows}', header = true,
      quote = '"', escape = '"', auto_detect = false, delim = ',', nullstr = '\\N', columns = {columns})""")
    database.execute(insertions(
        lambda text, pattern: f"regexp_full_match({text}, '{pattern}', 's')",
        "length(insuranceuntil) = 10 AND TRY_CAST(insuranceuntil AS date) IS NOT NULL",
        lambda *pairs: f"json_object({', '.join(p if i % 2 else repr(p) for i, p in enumerate(pairs))})"))
    read, stored, contacts = database.execute(COUNTS).fetchone()
    database.close()
    return read, stored, read - stored, contacts


def with_postgresql(rows, server):
    staged = ", ".join(f"{name} text" for name in COLUMNS)
    month = "(substr(insuranceuntil, 1, 7) || '-01')::date + interval '1 month - 1 day'"
    date = (f"CASE WHEN insuranceuntil ~ '^[0-9]{{4}}-(0[1-9]|1[0-2])-[0-9]{{2}}$' THEN substr(insuranceuntil, 9)::integer BETWEEN 1"
            f" AND extract(day FROM {month}) ELSE false END")
    script = f"""
SET client_min_messages = warning;
BEGIN;
CREATE TEMP TABLE staged(record bigserial, {staged});
\\copy staged({', '.join(COLUMNS)}) FROM '{rows}' WITH (FORMAT csv, HEADER, NULL '\\N')
{insertions(lambda text, pattern: f"({text} ~ '^({pattern})$')", date,
            lambda *pairs: "json_build_object(" + ", ".join(p if i % 2 else repr(p) for i, p in enumerate(pairs)) + ")::text"
            ).replace('//', '/').replace('CREATE TEMP TABLE persons', 'ANALYZE taken; CREATE TEMP TABLE persons')}
COMMIT;
{COUNTS};"""
    done = subprocess.run(["psql", "-XqtA", "-v", "ON_ERROR_STOP=1", server], input=script, text=True, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"psql: {done.stderr[:2000]}")
    read, stored, contacts = map(int, done.stdout.strip().split("|"))
    return read, stored, read - stored, contacts


def main():
    peers = {"pydantic": with_pydantic, "duckdb": with_duckdb, "postgresql": with_postgresql}
    if len(sys.argv) != 4 or sys.argv[1] not in peers:
        sys.exit(__doc__)
    read, stored, rejected, contacts = peers[sys.argv[1]](*sys.argv[2:])
    print(f"read {read} stored {stored} rejected {rejected} contacts {contacts}")


if __name__ == "__main__":
    main()
