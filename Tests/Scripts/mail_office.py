"""A store with customers and invoices, and the mail server of tests that their mails go to."""

import collections
import contextlib
import os
import pathlib
import sqlite3
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


class Office:
    """A store with customers, each with an invoice, and a server that their mails go to."""

    def __init__(self, alta, folder, mails):
        self.alta = os.path.abspath(alta)
        self.folder = folder
        self.mails = mails
        self.store = os.path.join(folder, "store.db")
        self.post = os.path.join(folder, "post")
        os.mkdir(self.post)
        password = os.path.join(self.post, "password")
        pathlib.Path(password).write_text("s3cret pass\n", encoding="utf-8")
        self.environment = dict(os.environ, ALTA_STORE=self.store, ALTA_SMTP_PASSWORD_FILE=password)
        self.server = subprocess.Popen([HERE / "mail-server", self.post], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = self.server.stdout.readline().strip()

    def run(self, *words, text=None):
        return subprocess.run([self.alta, *words, "--lang", "en"], input=text, text=True, capture_output=True,
                              env=self.environment, check=False)

    def must(self, *words, text=None):
        run = self.run(*words, text=text)
        if run.returncode != 0:
            sys.exit(f"{' '.join(words)}: {run.stderr}")

    def register(self, wizard, *answers):
        self.must("register", wizard, "--yes", *(word for answer in answers for word in ("--set", answer)))

    def query(self, sql):
        with contextlib.closing(sqlite3.connect(self.store)) as connection:
            return connection.execute(sql).fetchall()

    def open(self):
        """Customers with an invoice each."""
        rows = "".join(f"other,retail,C{index},c{index}@x.example\n" for index in range(self.mails))
        self.must("import", "register-customer", "-", text="companyType,category,name,email1\n" + rows)
        self.register("register-article", "code=P", "name=P", "kind=programme", "price=10")
        self.register("register-programme", "code=P", "name=P", "kind=bonus", "article=P")
        self.register("register-template", "code=T", "name=T", "body=${total}")
        self.register("set-up-mail", "host=127.0.0.1", f"port={self.port}", "sender=b@a.example", "user=alta",
                      f"caFile={self.post}/ca.crt")
        rows = "".join(f"CLI-{index:04d},P,yes\n" for index in range(1, self.mails + 1))
        self.must("import", "sell-programme", "-", "--yes", text="customer,programmes.1.programme,unassigned\n" + rows)

    def accepted(self):
        """The Message-IDs that the server has taken, as often as it has taken them."""
        try:
            with open(os.path.join(self.post, "log"), encoding="utf-8") as log:
                return collections.Counter(line.split()[2] for line in log if line.startswith("ACCEPT"))
        except FileNotFoundError:
            return collections.Counter()

    def close(self):
        self.server.stdin.close()
        self.server.wait()

    def ids(self, state):
        return {row[0] for row in self.query(f"SELECT message_id FROM mails WHERE mail_state = '{state}'")}
