// SPDX-License-Identifier: GPL-3.0-or-later
// One fixture as it runs: the account it speaks of, the exchanges that are left, the first thing that went otherwise.
// Thread: belongs to one check. Errors: told as a difference with its place; the first one counts.
#pragma once

#include "connect/recipe/fixture_exchange.hpp"
#include "connect/recipe/model.hpp"

namespace vigie::connect::recipe {

inline constexpr int kMostSteps = 60;

class FixtureRun {
public:
    FixtureRun(const Recipe &recipe, const Connector &connector, const Json &fixture, std::string pointer);

    [[nodiscard]] const Json &fixture() const { return fixture_; }
    [[nodiscard]] const Recipe &recipe() const { return recipe_; }
    [[nodiscard]] const Connector &connector() const { return connector_; }
    [[nodiscard]] const Account &account() const { return account_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Context context() const { return {account_, credential_.access, now_, &credential_}; }
    [[nodiscard]] std::vector<std::string> ids() const;

    void stopAt(const std::string &below, std::string message);
    /// Compares what came out with what is expected under that name; nothing is expected: nothing is compared.
    void expect(const char *key, const Json &actual);
    void expectItems(const std::vector<Item> &items, const std::vector<std::string> &reasons = {});
    /// The expected error, or a complaint; true when the fixture is over with it.
    template <class T>
    bool failed(const Result<T> &result, const std::string &below)
    {
        return result ? errorMissing() : errorCame(result.error(), below);
    }
    /// The answer to `request`; none when it is not the expected one.
    std::optional<net::Response> exchange(const net::Request &request);
    [[nodiscard]] bool exchangesLeft() const { return used_ < exchanges_.size(); }
    /// Where the last answer stands.
    [[nodiscard]] std::string lastExchange() const { return "/exchanges/" + std::to_string(used_ > 0 ? used_ - 1 : 0); }

    /// One question and what its answer means; none when the fixture is over.
    template <class Build, class Parse>
    auto ask(Build build, Parse parse) -> std::optional<typename decltype(parse(net::Response()))::value_type>
    {
        const Result<net::Request> request = build();
        if (!request) {
            (void)failed(request, "/operation");
            return std::nullopt;
        }
        const auto answer = exchange(*request);
        if (!answer)
            return std::nullopt;
        auto read = parse(*answer);
        if (failed(read, lastExchange()))
            return std::nullopt;
        return std::move(*read);
    }
    /// After everything: nothing may be left, and what the last answer told about the allowance is compared.
    [[nodiscard]] Difference finish();

private:
    void setAccount();
    bool errorMissing();
    bool errorCame(const Error &error, const std::string &below);
    void compare(const Json &expected, const Json &actual, const std::string &below);

    const Recipe &recipe_;
    const Connector &connector_;
    const Json &fixture_;
    std::string pointer_;
    const Json &exchanges_, &expect_;
    Account account_;
    Credential credential_;
    Instant now_{};
    std::size_t used_ = 0;
    net::Response last_;
    Difference stop_;
};

/// What the operation of the fixture does, of whatever family it is.
void runOperation(FixtureRun &run);

} // namespace vigie::connect::recipe
