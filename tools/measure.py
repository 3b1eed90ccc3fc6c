"""Measures what a reader and an operator would feel, and prints it as ratios and times.

Everything happens on loopback, with invented articles, in a folder that is removed afterwards.
With COUNTERSIGN_TEST_POSTGRES_URL the import is measured on PostgreSQL too.
Usage: tools/bench [--articles N] [--seconds S]
"""

import argparse
import http.client
import itertools
import json
import os
import random
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "target/release/countersign"
TOPICS = ["Depression", "Panic", "Social anxiety", "Grief", "Couples therapy", "Parenting",
          "Stress", "Burnout", "Sleep", "ADHD", "Autism", "Anger", "Loneliness", "Alcohol"]
WORDS = ("walk rest talk listen friend evening morning breath worry small step kitchen table "
         "letter garden window partner child sister quiet loud begin again ask answer wait "
         "therapist session week month feeling thought body sleep dream work money family "
         "boundary promise change habit hope fear anger grief joy patient gentle steady").split()


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(7, 16))]
    return " ".join(words).capitalize() + "."


def article(number, chance):
    paragraphs = "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(chance.randint(3, 6)))}</p>"
        for _ in range(chance.randint(5, 9)))
    return {
        "external_id": f"bench:{number}",
        "title": f"{sentence(chance)[:-1]} {number}",
        "summary": sentence(chance),
        "topics": chance.sample(TOPICS, 2),
        "answers": [{"byline": f"Example Person {number % 300}, MA, LPC",
                     "body_html": paragraphs}],
    }


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running(command, **more):
    process = subprocess.Popen(command, **more)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def get(port, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def until_answered(port, path, deadline=60):
    begun = time.monotonic()
    while time.monotonic() - begun < deadline:
        try:
            if get(port, path)[0] == 200:
                return time.monotonic() - begun
        except OSError:
            pass
        time.sleep(0.005)
    sys.exit(f"{path} was not answered within {deadline} s")


def memory(process, what):
    """In MB: `VmRSS` now, `VmHWM` the most there ever was."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024


def requests_per_second(url, seconds):
    out = subprocess.run(["wrk", "-t1", "-c16", f"-d{seconds}s", url], capture_output=True,
                         text=True, check=True).stdout
    if "Non-2xx" in out:
        sys.exit(f"{url} answered with errors:\n{out}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])


def nginx_serving(folder, body):
    (folder / "www").mkdir()
    (folder / "www/page.html").write_bytes(body)
    port = free_port()
    (folder / "nginx.conf").write_text(f"""
        worker_processes 2; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 256; }}
        http {{ access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000;
                types {{ text/html html; }} open_file_cache max=100;
                client_body_temp_path {folder}; proxy_temp_path {folder};
                fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
                server {{ listen 127.0.0.1:{port}; root {folder}/www; }} }}""")
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-c", f"{folder}/nginx.conf",
               "-e", f"{folder}/error.log"]
    return command, port


def times(port, paths):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    taken = []
    for path in paths:
        begun = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            sys.exit(f"{path} answered {answer.status}")
    connection.close()
    return taken


def median_and_p99(taken):
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99)]


class Client:
    """A browser's session at the API."""

    def __init__(self, port, email=None, password=None):
        self.port, self.cookie = port, None
        if email:
            self.call("POST", "/session", {"email": email, "password": password})

    def call(self, method, path, body=None, version=None):
        headers = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
        if self.cookie:
            headers["cookie"] = self.cookie
        if version is not None:
            headers["if-match"] = f'"{version}"'
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, f"/api/v1{path}", json.dumps(body or {}), headers)
        answer = connection.getresponse()
        text = answer.read()
        if cookie := answer.getheader("set-cookie"):
            self.cookie = cookie.split(";")[0]
        connection.close()
        if answer.status >= 400:
            sys.exit(f"{method} {path} answered {answer.status}: {text.decode()}")
        return json.loads(text) if text else None


def publish_once(port, author, editor, number):
    """Takes one article to readers; answers how long page and search hit took, in ms."""
    word = f"zebrafinch{uuid.uuid4().hex[:8]}"
    draft = author.call("POST", "/drafts", {"kind": "article", "title": f"Measured {word}"})
    article, section = draft["id"], draft["sections"][0]["id"]
    author.call("PUT", f"/drafts/{article}/sections/{section}",
                {"save_id": str(uuid.uuid4()), "body_html": f"<p>Words about {word}.</p>"}, 1)
    author.call("PUT", f"/drafts/{article}/topics", {"topics": ["8.1"]})
    author.call("POST", f"/articles/{article}/submit", {"statement": True})
    editor.call("POST", f"/articles/{article}/start-review")
    proof = editor.call("POST", f"/articles/{article}/proof")
    no = {"answer": "no"}
    signed = author.call("POST", f"/articles/{article}/attest", {
        "digest": proof["digest"],
        "declarations": dict.fromkeys(["interests", "sponsorship", "ai_assistance",
                                       "published_before", "case_material"], no)})
    editor.call("POST", f"/articles/{article}/approve",
                {"digest": signed["digest"], "kinds": ["editorial"]})
    published = editor.call("POST", f"/articles/{article}/publish", {"digest": signed["digest"]})
    begun, seen = time.perf_counter(), {}
    path = "/" + published["url"].split("/", 3)[3]
    while len(seen) < 2 and time.perf_counter() - begun < 30:
        if "page" not in seen and get(port, path)[0] == 200:
            seen["page"] = (time.perf_counter() - begun) * 1000
        if "search" not in seen and json.loads(get(port, f"/api/v1/search?q={word}")[1])["total"]:
            seen["search"] = (time.perf_counter() - begun) * 1000
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=8)
    wanted = parser.parse_args()
    chance = random.Random(2026)
    folder = Path(tempfile.mkdtemp(prefix="countersign-bench."))
    try:
        measure(folder, chance, wanted)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def measure(folder, chance, wanted):
    bundle = folder / "bundle.jsonl"
    with bundle.open("w") as out:
        for number in range(wanted.articles):
            out.write(json.dumps(article(number, chance)) + "\n")
    data = folder / "data"
    measure_import("SQLite", data, bundle, wanted.articles, [])
    postgres = os.environ.get("COUNTERSIGN_TEST_POSTGRES_URL")
    if postgres:
        measure_import("PostgreSQL", folder / "postgres", bundle, wanted.articles,
                       ["--database-url", postgres])

    passwords = {}
    for email, role in [("author@bench.example", "author"), ("editor@bench.example", "editor")]:
        passwords[email] = uuid.uuid4().hex
        subprocess.run([PROGRAM, "account", "--data", data, "add", email, "--name",
                        f"Bench {role.title()}", "--role", role, "--password-stdin"],
                       input=passwords[email], text=True, check=True, stdout=subprocess.DEVNULL)

    port = free_port()
    serve = [PROGRAM, "serve", "--data", data, "--listen", f"127.0.0.1:{port}",
             "--public-url", f"http://127.0.0.1:{port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with running(serve, **quiet):
        until_answered(port, "/")
        # The first start builds the search index; the second is what an operator sees.
        begun = time.monotonic()
        while not json.loads(get(port, "/api/v1/search?q=garden")[1])["total"]:
            if time.monotonic() - begun > 300:
                sys.exit("the search index was not built within 300 s")
            time.sleep(0.1)
        print(f"search index built in {time.monotonic() - begun:.1f} s")
    with running(serve, **quiet) as server:
        print(f"start to first page: {until_answered(port, '/') * 1000:.0f} ms")
        print(f"memory after start: {memory(server, 'VmRSS'):.0f} MB")
        measure_reading(folder, port, chance, wanted, server)
        author = Client(port, "author@bench.example", passwords["author@bench.example"])
        editor = Client(port, "editor@bench.example", passwords["editor@bench.example"])
        seen = [publish_once(port, author, editor, number) for number in range(15)]
        for what in ["page", "search"]:
            taken = [one.get(what, 30_000) for one in seen]
            print(f"publish answered to {what}: median {statistics.median(taken):.0f} ms, "
                  f"worst {max(taken):.0f} ms")


def measure_import(where, data, bundle, articles, more):
    begun = time.monotonic()
    subprocess.run([PROGRAM, "import", "--data", data, *more, "bundle", bundle, "--publish"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    imported = time.monotonic() - begun
    print(f"import of {articles} articles, {where}: {imported:.1f} s "
          f"({articles / imported:.0f} a second)", flush=True)


def parts(port, limit):
    """The list of all articles, a part at a time: its path, and what is in it."""
    path = f"/api/v1/articles?limit={limit}"
    after = ""
    while after is not None:
        part = json.loads(get(port, path + after)[1])
        yield path + after, part["items"]
        after = f"&after={part['next']}" if part["next"] else None


def measure_reading(folder, port, chance, wanted, server):
    items = []
    for _, part in parts(port, 200):
        items += part
        if len(items) >= 1200:
            break
    paths = ["/" + one["url"].split("/", 3)[3] for one in items]
    chance.shuffle(paths)
    median, p99 = median_and_p99(times(port, paths[:1000]))
    print(f"uncached page: median {median:.2f} ms, p99 {p99:.2f} ms")
    queries = [f"/api/v1/search?q={'+'.join(chance.sample(WORDS, chance.randint(1, 3)))}"
               for _ in range(300)]
    median, p99 = median_and_p99(times(port, queries))
    print(f"search over HTTP: median {median:.2f} ms, p99 {p99:.2f} ms")
    lists = [path for path, _ in itertools.islice(parts(port, 20), 250)]
    for number in sorted({1, len(lists)}):
        taken = times(port, [lists[number - 1]] * 30)
        print(f"list, part {number}: median {statistics.median(taken):.2f} ms")
    topics = json.loads(get(port, "/api/v1/topics")[1])["items"]
    long = [one for one in topics if one["articles"] > 20]
    first = [f"/topics/{one['topic']['slug']}" for one in long]
    last = [f"/topics/{one['topic']['slug']}?page={-(-one['articles'] // 20)}" for one in long]
    for which, asked in [("first", first), ("last", last)] if long else []:
        taken = times(port, asked)
        print(f"uncached {which} page of a topic: median {statistics.median(taken):.2f} ms")

    url = f"http://127.0.0.1:{port}{paths[0]}"
    body = get(port, paths[0])[1]
    command, peer = nginx_serving(folder, body)
    with running(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        until_answered(peer, "/page.html")
        ours = requests_per_second(url, wanted.seconds)
        theirs = requests_per_second(f"http://127.0.0.1:{peer}/page.html", wanted.seconds)
    print(f"cached page of {len(body)} bytes: {ours:.0f} requests a second, nginx {theirs:.0f}, "
          f"ratio {ours / theirs:.2f}")
    print(f"memory under load: {memory(server, 'VmRSS'):.0f} MB at its end, "
          f"{memory(server, 'VmHWM'):.0f} MB at most")


if __name__ == "__main__":
    main()
