// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/approval_words.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/text/difference.hpp>

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Approval)
};

QString headOf(const plan::VersionChange &change, const std::map<std::int64_t, QString> &accounts)
{
    using What = plan::VersionChange::What;
    const auto found = accounts.find(change.account.value);
    const auto account = found != accounts.end() ? found->second : QString::number(change.account.value);
    switch (change.what) {
    case What::Words: return Words::tr("Base text");
    case What::OwnWords: return Words::tr("Text for %1").arg(account);
    case What::Warning: return Words::tr("Content warning");
    case What::Visible: return Words::tr("Visible to");
    case What::FirstComment: return Words::tr("First comment");
    case What::FileAdded: return Words::tr("File added");
    case What::FileRemoved: return Words::tr("File removed");
    case What::FileAlt: return Words::tr("Alternative text");
    case What::FileOrder: return Words::tr("The files stand in another order");
    case What::AccountAdded: return Words::tr("Also on %1").arg(account);
    case What::AccountRemoved: return Words::tr("No longer on %1").arg(account);
    }
    return {};
}

} // namespace

QString approvalSentence(const plan::ApprovalStanding &standing, bool planned)
{
    if (standing.needed == 0)
        return Words::tr("Nobody needs to agree before a post is published.");
    if (standing.emergency)
        return Words::tr("Released as an emergency, with the reason on record.");
    QStringList by;
    for (const auto &person : standing.by)
        by << qs(person);
    const int left = standing.needed - static_cast<int>(standing.by.size());
    if (left <= 0)
        return Words::tr("Agreed by %1.").arg(by.join(QStringLiteral(", ")));
    if (!planned)
        return Words::tr("%Ln person(s) must agree once it is planned.", nullptr, left);
    if (by.isEmpty())
        return Words::tr("Waits for the agreement of %Ln person(s).", nullptr, left);
    return Words::tr("Agreed by %1; %Ln more must agree.", nullptr, left).arg(by.join(QStringLiteral(", ")));
}

QString changesHtml(const std::vector<plan::VersionChange> &changes, const std::map<std::int64_t, QString> &accounts)
{
    if (changes.empty())
        return QStringLiteral("<p>%1</p>").arg(Words::tr("These two versions say the same.").toHtmlEscaped());
    QString html;
    for (const auto &change : changes) {
        html += QStringLiteral("<h4>%1</h4><p style=\"white-space:pre-wrap\">").arg(headOf(change, accounts).toHtmlEscaped());
        for (const auto &piece : text::wordDifference(change.before, change.after)) {
            const auto words = qs(piece.text).toHtmlEscaped();
            if (piece.kind == text::DifferencePiece::Kind::Same)
                html += words;
            else
                html += (piece.kind == text::DifferencePiece::Kind::Removed ? QStringLiteral("<s>%1</s>") : QStringLiteral("<b><u>%1</u></b>")).arg(words);
        }
        html += QStringLiteral("</p>");
    }
    return html;
}

} // namespace vigie::ui
