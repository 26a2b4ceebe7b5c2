// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement by people without Vigie: a page of its own (no script, nothing fetched from anywhere) that is mailed or handed over as a
// file, and the answer that comes back by mail or as a file. The code in the page is bound to the words shown; an answer to words that
// were changed since counts for nothing and says so.
// Thread: inside a store job, but makeApprovalPage() reads pictures (never on a window's thread).
// Errors: NotFound (no such post or code), InvalidInput (no reviewer, nothing that says yes or no), Conflict (kWordsChanged), Duplicate
// (answered already), NotFound (no mail account), Storage.
#pragma once

#include <vigie/app/bundle_seal.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/model/approval.hpp>
#include <vigie/net/mail.hpp>

#include <string>
#include <string_view>

namespace vigie::app {

struct ApprovalAsk {
    PlanId plan;
    net::MailAddress reviewer;         ///< the name, and for a mail the address
    std::string asker, lang = "en";    ///< lang: "en" or "fr", of the page
};
struct ApprovalPaper {
    ApprovalRequest request;
    std::string html;                  ///< self-contained; every word of the post is escaped
    std::string text;                  ///< of the mail that carries it
    std::string subject;
};
/// Keeps the words as a version, makes a code for them, and the page that is signed with this machine's key.
Result<ApprovalPaper> makeApprovalPage(store::Tx &tx, const ApprovalAsk &ask, const BundleKey &key);
/// The same, into the outbox of the mail. NotFound when there is no mail account.
Result<QuestionId> mailApproval(store::Tx &tx, const ApprovalAsk &ask, const BundleKey &key);
/// Does the page hold what this key signed? For whoever keeps such a page.
[[nodiscard]] bool approvalPageHolds(std::string_view html);

struct ApprovalAnswer {
    ApprovalRequest request;
    bool agreed = false, complete = false; ///< complete: nobody else needs to agree
    std::string words;                 ///< what is to be changed
};
/// An answer as it came: the first line with a code says yes or no to it. `from`: who sent it, for the log.
Result<ApprovalAnswer> takeApprovalAnswer(store::Tx &tx, const connect::Catalogue &networks, std::string_view text, const std::string &via);
/// The same of a mail saved as a file, or of a text file.
Result<ApprovalAnswer> takeApprovalFile(store::Tx &tx, const connect::Catalogue &networks, std::string_view bytes);

} // namespace vigie::app
