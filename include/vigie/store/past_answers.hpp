// SPDX-License-Identifier: GPL-3.0-or-later
// Every public answer we ever gave, whether sent from here or seen on the network, beside the message it answered: the nearest
// ones to a message, each with its link and what came of it. Candidates come from a full-text index of stems by their rare
// words, then are ranked by likeness (text/gist.hpp). The index is kept behind the writer: an answer of a moment ago may be missing.
// Thread: inside a store job. Errors: Storage...
#pragma once

#include <vigie/model/answer.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vigie::store {

struct PastAnswer {
    OutboundId outbound;              ///< when it was sent from here
    ItemId item;                      ///< when it was seen on the network
    ItemId question;                  ///< what it answered; none when that is no longer here
    TicketId ticket;
    AccountId account;
    Instant at;
    std::string questionText, text, lang, permalink;
    std::optional<AnswerId> answer;   ///< of the library it came from
    ReplyOutcome outcome;
    double likeness = 0;              ///< 0..1
};

/// Below this, two messages share little more than chance.
inline constexpr double kLeastLikeness = 0.12;

struct PastQuestion {
    std::string text, lang;
    ItemId item;                      ///< the message itself: what answered it is left out
    int limit = 5;
    bool byAnswer = false;            ///< the text is a reply: like it are replies, whatever they answered
};

class PastAnswers {
public:
    explicit PastAnswers(Tx &tx) : tx_(tx) {}

    /// Nearest first; the same answer given again and again is listed once, the nearest time.
    Result<std::vector<PastAnswer>> near(const PastQuestion &question);
    /// Answers in the index, and changes that it has not taken in yet.
    struct Standing {
        int known = 0, due = 0;
    };
    Result<Standing> standing();
    /// Takes in the next changes at once, in a writing job; false when there is none left. The writer does it by itself.
    Result<bool> catchUp();

private:
    Tx &tx_;
};

} // namespace vigie::store
