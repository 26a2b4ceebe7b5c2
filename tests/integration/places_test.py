#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places for files that networks fetch: a WebDAV folder of nginx, an object store (npm's s3rver, which wants a signed request and
believes any signature: whether ours are right, unit.net asks of Amazon's published examples).

usage: places_test.py path/to/vigie-cli path/to/servers cache-folder
77 when neither server can be had."""

import os
import shutil
import socket
import subprocess
import tempfile

import cli_house
from cli_house import Failure, check, http, skip, wait_for

S3RVER = "s3rver@3.7.1"
STORE = """
const S3rver = require('s3rver');
new S3rver({address: '127.0.0.1', port: 0, silent: true, directory: process.argv[2], configureBuckets: [{name: 'media', configs: []}]}).run()
  .then(({port}) => console.log(port));
"""
CONF = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log; client_body_temp_path {folder}/body; proxy_temp_path {folder}/t1; fastcgi_temp_path {folder}/t2; uwsgi_temp_path {folder}/t3; scgi_temp_path {folder}/t4;
  server {{
    listen 127.0.0.1:{port}; client_max_body_size 0; root {folder}/www;
    location /dav/ {{ alias {folder}/www/public/; dav_methods PUT DELETE; create_full_put_path on; auth_basic files; auth_basic_user_file {folder}/users; }}
    location /public/ {{ }}
    location /elsewhere/ {{ }}
  }}
}}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Folder:
    """nginx with a folder that marie may write and everybody may read."""

    def __init__(self, servers, cache):
        root = os.path.join(cache, "nginx")
        done = subprocess.run([os.path.join(servers, "unpack.sh"), root, "places", "usr/sbin/nginx"], capture_output=True, text=True, timeout=500)
        if done.returncode == 77:
            raise LookupError(done.stderr.strip())
        done.check_returncode()
        self.folder = tempfile.mkdtemp(prefix="vigie-nginx-")
        os.chmod(self.folder, 0o755)
        for name in ("www/public", "www/elsewhere"):
            os.makedirs(os.path.join(self.folder, name))
        if os.geteuid() == 0:  # its worker is somebody else then
            for name in ("www", "www/public"):
                os.chmod(os.path.join(self.folder, name), 0o777)
        self.port = free_port()
        with open(os.path.join(self.folder, "users"), "w", encoding="utf-8") as file:
            file.write("marie:{PLAIN}open sesame\n")
        conf = os.path.join(self.folder, "conf")
        with open(conf, "w", encoding="utf-8") as file:
            file.write(CONF.format(folder=self.folder, port=self.port))
        self.process = subprocess.Popen([os.path.join(root, "root/usr/sbin/nginx"), "-p", self.folder, "-e", os.path.join(self.folder, "error.log"), "-c", conf])
        wait_for("nginx", 20, self.answers)

    def answers(self):
        try:
            return http("GET", f"http://127.0.0.1:{self.port}/public/")[0] > 0
        except OSError:
            return False

    def files(self):
        return os.listdir(os.path.join(self.folder, "www/public"))

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


class Store:
    """An object store with one bucket."""

    def __init__(self, cache):
        if shutil.which("node") is None or shutil.which("npm") is None:
            raise LookupError("node and npm are needed for the object store")
        home = os.path.join(cache, "s3rver")
        os.makedirs(home, exist_ok=True)
        if not os.path.isdir(os.path.join(home, "node_modules", "s3rver")):
            done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", S3RVER], cwd=home, capture_output=True, text=True, timeout=400)
            if done.returncode != 0:
                raise LookupError("npm: " + (done.stderr or done.stdout).strip()[-200:])
        with open(os.path.join(home, "start.js"), "w", encoding="utf-8") as file:
            file.write(STORE)
        self.folder = tempfile.mkdtemp(prefix="vigie-s3-")
        self.process = subprocess.Popen(["node", "start.js", self.folder], cwd=home, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.strip().isdigit():
            raise Failure("the object store did not start")
        self.port = int(line)

    def objects(self):
        return [name for _, _, names in os.walk(os.path.join(self.folder, "media")) for name in names if name.endswith("_object")]

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def add(cli, network, fields, secret, codes=(0,)):
    words = ["account", "add", network]
    for key, value in fields.items():
        words += ["--field", f"{key}={value}"]
    return cli.run(*words, "--secret", "password=VIGIE_TEST_PASSWORD", codes=codes, extra_env={"VIGIE_TEST_PASSWORD": secret})


def folder_case(cli, server):
    fields = {"url": f"http://127.0.0.1:{server.port}/dav/", "public": f"http://127.0.0.1:{server.port}/public", "user": "marie"}
    refused = add(cli, "webdav", fields, "wrong", codes=range(1, 20))
    check(refused["error"] in ("auth_revoked", "auth_expired", "forbidden"), f"a wrong password is one: {refused}")
    check(server.files() == [], "nothing was left there")
    elsewhere = add(cli, "webdav", dict(fields, public=f"http://127.0.0.1:{server.port}/elsewhere"), "open sesame", codes=range(1, 20))
    check(elsewhere["error"] == "content_refused", f"two addresses of different folders are told: {elsewhere}")
    check(server.files() == [], "the trial was taken away")
    added = add(cli, "webdav", fields, "open sesame")
    check(server.files() == [], "the trial was taken away again")
    check(not cli.files_holding("open sesame"), "the password is in no file")
    return added


def store_case(cli, server):
    address = f"http://127.0.0.1:{server.port}/media/vigie"
    fields = {"url": address, "public": address, "user": "S3RVER", "region": "us-east-1"}
    add(cli, "s3", fields, "S3RVER")
    check(server.objects() == [], "the trial was taken away")


def test(program, servers, cache):
    os.makedirs(cache, exist_ok=True)
    tried, missing = 0, []
    for make, case in ((lambda: Folder(servers, cache), folder_case), (lambda: Store(cache), store_case)):
        try:
            server = make()
        except LookupError as reason:
            missing.append(str(reason))
            continue
        cli = cli_house.Cli(program)
        try:
            case(cli, server)
            tried += 1
        finally:
            cli.close()
            server.close()
    if tried == 0:
        skip("; ".join(missing))
    for reason in missing:
        print("not tried: " + reason)


cli_house.main(test)
