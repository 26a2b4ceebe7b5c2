// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/fixture_exchange.hpp"

#include "connect/recipe/document.hpp"

#include <vigie/net/url.hpp>

namespace vigie::connect::recipe {

namespace {

/// The first difference counts; what comes after it is not looked at.
class Comparison {
public:
    Comparison(const Json &wanted, const net::Request &request, std::string pointer) : wanted_(wanted), request_(request), pointer_(std::move(pointer)) {}

    Difference run()
    {
        compare(Json(textAt(wanted_, "method").empty() ? "GET" : textAt(wanted_, "method")), Json(net::methodName(request_.method)), "/method");
        const auto question = request_.url.find('?');
        compare(at(wanted_, "url"), Json(request_.url.substr(0, question)), "/url");
        exactly(wanted_.contains("query") ? wanted_["query"] : Json::object(), pairs(question == std::string::npos ? std::string() : request_.url.substr(question + 1)), "/query");
        headers();
        body();
        return found_;
    }

private:
    void complain(const std::string &below, std::string message)
    {
        if (found_.message.empty())
            found_ = {pointer_ + below, std::move(message)};
    }
    void compare(const Json &expected, const Json &actual, const std::string &below)
    {
        if (found_.message.empty())
            found_ = difference(expected, actual, pointer_ + below);
    }
    /// Nothing may be there that is not expected.
    void exactly(const Json &expected, const Json &actual, const std::string &below)
    {
        compare(expected, actual, below);
        for (const auto &[key, value] : actual.items())
            if (!expected.contains(key))
                complain(below, "\"" + key + "\" came out and is not expected");
    }
    static void addPair(Json &object, const std::string &name, const std::string &value)
    {
        if (!object.contains(name))
            object[name] = value;
        else if (object[name].is_array())
            object[name].push_back(value);
        else
            object[name] = Json::array({object[name], value});
    }
    static Json pairs(const std::string &written)
    {
        auto all = Json::object();
        for (const auto &[name, value] : net::parseQuery(written))
            addPair(all, name, value);
        return all;
    }
    [[nodiscard]] std::string headerOf(const std::string &name) const
    {
        if (name == "Authorization" && !request_.bearer.empty())
            return "Bearer " + std::string(request_.bearer.reveal());
        for (const auto &header : request_.secretHeaders)
            if (header.name == name)
                return std::string(header.value.reveal());
        for (const auto &header : request_.headers)
            if (header.name == name)
                return header.value;
        return {};
    }
    void headers()
    {
        for (const auto &[name, value] : at(wanted_, "headers").items())
            compare(value, Json(headerOf(name)), childPointer("/headers", name));
    }
    void body()
    {
        if (wanted_.contains("json")) {
            const auto parsed = parseJson(request_.body);
            const auto actual = parsed ? *parsed : Json(request_.body);
            compare(wanted_["json"], actual, "/json");
            if (actual != wanted_["json"])
                complain("/json", "more came out than is expected: " + dump(actual));
        } else if (wanted_.contains("form")) {
            auto form = Json::object();
            for (const auto &[name, value] : net::parseQuery(request_.body))
                addPair(form, name, value.find('%') == std::string::npos ? net::decodeComponent(value, true) : value);
            exactly(wanted_["form"], form, "/form");
        } else if (wanted_.contains("multipart")) {
            auto form = Json::object();
            for (const auto &part : request_.form)
                addPair(form, part.name, part.filePath.empty() ? part.value : part.filePath);
            exactly(wanted_["multipart"], form, "/multipart");
        } else {
            compare(Json(textAt(wanted_, "body")), Json(request_.body), "/body");
        }
    }

    const Json &wanted_;
    const net::Request &request_;
    std::string pointer_;
    Difference found_;
};

} // namespace

Difference requestDifference(const Json &wanted, const net::Request &request, const std::string &pointer)
{
    return Comparison(wanted, request, pointer).run();
}

net::Response answerOf(const Json &exchange, const net::Request &request)
{
    const auto &answer = at(exchange, "response");
    net::Response response;
    response.status = static_cast<int>(intAt(answer, "status").value_or(200));
    response.finalUrl = request.url;
    for (const auto &[name, value] : at(answer, "headers").items())
        response.headers.push_back({name, value.is_string() ? value.get<std::string>() : dump(value)});
    response.body = answer.contains("json") ? dump(answer["json"]) : textAt(answer, "text");
    return response;
}

} // namespace vigie::connect::recipe
