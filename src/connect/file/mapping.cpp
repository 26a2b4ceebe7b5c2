// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/json.hpp"
#include "connect/file/mapping.hpp"

#include <vigie/text/fold.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace vigie::connect {

namespace {

constexpr std::array<std::pair<ImportField, const char *>, 15> kNames{{{ImportField::Ignore, "ignore"},
                                                                        {ImportField::NativeId, "id"},
                                                                        {ImportField::Permalink, "permalink"},
                                                                        {ImportField::Author, "author"},
                                                                        {ImportField::AuthorName, "author_name"},
                                                                        {ImportField::Title, "title"},
                                                                        {ImportField::Text, "text"},
                                                                        {ImportField::PublishedAt, "published_at"},
                                                                        {ImportField::Lang, "lang"},
                                                                        {ImportField::Likes, "likes"},
                                                                        {ImportField::Reposts, "reposts"},
                                                                        {ImportField::Replies, "replies"},
                                                                        {ImportField::Rating, "rating"},
                                                                        {ImportField::Container, "container"},
                                                                        {ImportField::Network, "network"}}};

const char *formatName(FileFormat format)
{
    return format == FileFormat::Csv ? "csv" : format == FileFormat::Tsv ? "tsv" : "ndjson";
}

} // namespace

const char *toString(ImportField field) noexcept
{
    for (const auto &name : kNames)
        if (name.first == field)
            return name.second;
    return "ignore";
}

std::string ImportMapping::toJson() const
{
    auto list = Json::array();
    for (const auto &column : columns)
        list.push_back({{"source", column.source}, {"field", connect::toString(column.field)}});
    return dump(Json{{"name", name}, {"format", formatName(format)}, {"separator", std::string(1, separator)}, {"header", header}, {"columns", list},
                     {"date_format", dateFormat}, {"zone", zone}, {"encoding", encoding}, {"instance", instance}, {"rating_scale", connect::toString(ratingScale)}});
}

Result<ImportMapping> ImportMapping::fromJson(const std::string &json)
{
    VIGIE_TRY(const auto object, parseJson(json));
    if (!object.is_object())
        return fail(Errc::InvalidInput, "a mapping is a JSON object");
    ImportMapping mapping;
    for (const auto &[key, value] : object.items()) {
        if (key == "name" && value.is_string())
            mapping.name = value.get<std::string>();
        else if (key == "format" && value == "csv")
            mapping.format = FileFormat::Csv;
        else if (key == "format" && value == "tsv")
            mapping.format = FileFormat::Tsv;
        else if (key == "format" && value == "ndjson")
            mapping.format = FileFormat::Ndjson;
        else if (key == "separator" && value.is_string() && value.get<std::string>().size() == 1)
            mapping.separator = value.get<std::string>()[0];
        else if (key == "header" && value.is_boolean())
            mapping.header = value.get<bool>();
        else if (key == "date_format" && value.is_string())
            mapping.dateFormat = value.get<std::string>();
        else if (key == "zone" && value.is_string())
            mapping.zone = value.get<std::string>();
        else if (key == "encoding" && value.is_string())
            mapping.encoding = value.get<std::string>();
        else if (key == "instance" && value.is_string())
            mapping.instance = value.get<std::string>();
        else if (key == "rating_scale" && value.is_string() && ratingScaleOf(value.get<std::string>()))
            mapping.ratingScale = *ratingScaleOf(value.get<std::string>());
        else if (key == "columns" && value.is_array()) {
            for (const auto &one : value) {
                const auto field = textAt(one, "field");
                const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto &name) { return field == name.second; });
                if (found == kNames.end())
                    return fail(Errc::InvalidInput, "no such field of a mention: " + field);
                mapping.columns.push_back({textAt(one, "source"), found->first});
            }
        } else
            return fail(Errc::InvalidInput, "not understood in a mapping: " + key);
    }
    if (!zoneExists(mapping.zone))
        return fail(Errc::InvalidInput, "no such time zone: " + mapping.zone);
    return mapping;
}

namespace file {

ImportField guessField(const std::string &heading)
{
    const auto word = text::fold(heading);
    struct Guess {
        ImportField field;
        std::array<const char *, 12> words;
    };
    static const std::array<Guess, 14> kGuesses{{
        {ImportField::NativeId, {"id", "post id", "status id", "tweet id", "item id", "review id", "native id", "identifiant", "uid", "comment id", nullptr}},
        {ImportField::Permalink, {"url", "link", "permalink", "lien", "post url", "review link", "external url", "uri", nullptr}},
        {ImportField::Author, {"author", "handle", "user", "username", "auteur", "account", "from", "screen name", "author handle", "compte", nullptr}},
        {ImportField::AuthorName, {"author name", "name", "display name", "nom", "full name", "reviewer", "reviewer name", "nom affiche", nullptr}},
        {ImportField::Title, {"title", "titre", "subject", "headline", "review title", "sujet", nullptr}},
        {ImportField::Text, {"text", "content", "body", "message", "texte", "contenu", "review text", "comment", "commentaire", "post", "tweet", "description"}},
        {ImportField::PublishedAt, {"date", "published at", "created at", "time", "timestamp", "published", "created", "date de publication", "datetime",
                                    "review submit date and time", "heure", nullptr}},
        {ImportField::Lang, {"lang", "language", "langue", "reviewer language", nullptr}},
        {ImportField::Likes, {"likes", "like count", "favourites", "favorites", "j aime", "reactions", "favourites count", nullptr}},
        {ImportField::Reposts, {"reposts", "shares", "retweets", "reblogs", "partages", "relais", "reblogs count", "retweet count", "repost count", "share count", nullptr}},
        {ImportField::Replies, {"replies", "comments", "reply count", "reponses", "commentaires", "replies count", nullptr}},
        {ImportField::Rating, {"rating", "stars", "star rating", "note", "etoiles", "score", nullptr}},
        {ImportField::Container, {"place", "forum", "group", "page", "lieu", "groupe", "container", "channel", "subreddit", nullptr}},
        {ImportField::Network, {"network", "source", "platform", "reseau", "plateforme", nullptr}},
    }};
    for (const auto &guess : kGuesses)
        for (const auto *candidate : guess.words) {
            if (candidate == nullptr)
                break;
            if (word == candidate)
                return guess.field;
        }
    return ImportField::Ignore;
}

ImportField guessPointer(const std::string &pointer)
{
    const auto parentEnd = pointer.rfind('/');
    if (pointer.empty() || pointer[0] != '/' || parentEnd == 0)
        return guessField(pointer.substr(pointer.empty() || pointer[0] != '/' ? 0 : 1));
    const auto parent = text::fold(pointer.substr(pointer.rfind('/', parentEnd - 1) + 1, parentEnd - pointer.rfind('/', parentEnd - 1) - 1));
    const auto name = text::fold(pointer.substr(parentEnd + 1));
    const auto isOne = [](const std::string &word, std::initializer_list<const char *> list) {
        return std::any_of(list.begin(), list.end(), [&](const char *one) { return word == one; });
    };
    if (isOne(parent, {"user", "author", "account", "from", "member", "auteur", "profile", "reviewer"})) {
        if (isOne(name, {"screen name", "username", "user name", "handle", "acct", "login", "preferredusername"}))
            return ImportField::Author;
        return isOne(name, {"name", "display name", "displayname", "nom", "full name"}) ? ImportField::AuthorName : ImportField::Ignore;
    }
    if (isOne(parent, {"public metrics", "metrics", "counts", "stats", "engagement", "statistics"})) {
        const auto field = guessField(pointer.substr(parentEnd + 1));
        return field == ImportField::Likes || field == ImportField::Reposts || field == ImportField::Replies ? field : ImportField::Ignore;
    }
    return ImportField::Ignore; // an address or a number deep inside belongs to something else
}

} // namespace file

} // namespace vigie::connect
