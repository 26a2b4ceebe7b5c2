// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the check before sending that asks others: do the links answer, are the people there who are mentioned. It warns and
// never keeps a post from being planned: a site may be down tonight and back tomorrow.
// Thread: safe; look() waits for answers, so on a worker. Errors: Cancelled. What cannot be reached is a finding.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/connect/look_around.hpp>
#include <vigie/model/account.hpp>
#include <vigie/plan/finding.hpp>

#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::plan {

struct OutsideParts {
    net::HttpClient &http;
    connect::Courier &courier;
    const connect::Catalogue &networks;
    const Clock &clock;
    bool practice = false;                 ///< only this machine is asked: the practice network lives there, and nothing leaves it
};

/// What a link led to; kept for ten minutes.
struct LinkSeen {
    enum class Answer : std::uint8_t { Fine, Gone, Silent, Private } answer = Answer::Fine;
    int status = 0;                        ///< HTTP; 0: no answer
    std::optional<connect::LinkCard> card;
    Instant at;
};

struct OutsideQuestion {
    struct Text {
        Account account;
        std::string text;                  ///< as it leaves
        std::vector<std::string> known;    ///< handles that the base knows on this network: not asked for again
    };
    std::vector<Text> texts;
};
struct OutsideAnswer {
    std::vector<Finding> findings;
    std::map<std::string, LinkSeen> links; ///< by the address as written
};

class Outside {
public:
    explicit Outside(OutsideParts parts) : parts_(parts) {}
    Result<OutsideAnswer> look(const OutsideQuestion &question, const std::stop_token &stop);

private:
    enum class Person : std::uint8_t { There, Nobody, NotTold };
    struct Known {
        Person person = Person::NotTold;
        Instant at;
    };
    void followLinks(const std::vector<std::string> &urls, const std::stop_token &stop);
    [[nodiscard]] LinkSeen judged(const std::string &url, const net::Answer &answer) const;
    Person personOf(const Account &account, const std::string &handle, const std::stop_token &stop);

    OutsideParts parts_;
    std::mutex mutex_;                     ///< guards what follows
    std::map<std::string, LinkSeen> links_;
    std::map<std::pair<AccountId, std::string>, Known> people_;
};

} // namespace vigie::plan
