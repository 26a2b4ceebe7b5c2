// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/proof_check.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"

#include <vigie/store/writing.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProofCheck)
};

using Fault = text::WritingFault;

MarkKind kindOf(Fault fault)
{
    switch (fault) {
    case Fault::Misspelt: return MarkKind::Spelling;
    case Fault::MixedAddress:
    case Fault::HouseAddress: return MarkKind::Politeness;
    case Fault::OtherLanguage: return MarkKind::Language;
    default: return MarkKind::Typography;
    }
}

QString reasonOf(const text::WritingFinding &finding, const QString &word, const std::string &lang, text::Address house)
{
    switch (finding.fault) {
    case Fault::NoBreakSpace: return Words::tr("French puts a no-break space here.");
    case Fault::StraySpace: return Words::tr("There is a space too many.");
    case Fault::Elision: return Words::tr("French elision: \"%1\" is written otherwise.").arg(word);
    case Fault::Ligature: return Words::tr("\"%1\" is written with the letter \u0153.").arg(word);
    case Fault::Accent: return Words::tr("Capitals keep their accents.");
    case Fault::Article: return Words::tr("Before this word the article is the other one.");
    case Fault::Capital: return Words::tr("\"I\" is a capital.");
    case Fault::RepeatedWord: return Words::tr("The word is there twice.");
    case Fault::MixedAddress: return Words::tr("The answer says both tu and vous.");
    case Fault::HouseAddress: return house == text::Address::Tu ? Words::tr("This account says tu.") : Words::tr("This account says vous.");
    case Fault::Misspelt: return Words::tr("\"%1\" is not in the dictionary (%2).").arg(word, languageText(lang));
    case Fault::OtherLanguage: {
        const auto found = languageText(finding.detail);
        return Words::tr("This reads as %1; the answer is to be in %2.").arg(found.isEmpty() ? qs(finding.detail) : found, languageText(lang));
    }
    }
    return {};
}

/// Spaces that only have to stop breaking are put right by themselves when the answer is sent.
bool isDoneOnSending(const text::WritingFinding &finding, std::string_view marked)
{
    return finding.fault == Fault::NoBreakSpace && marked.find(' ') != std::string_view::npos;
}

} // namespace

QString addressText(text::Address address)
{
    switch (address) {
    case text::Address::Tu: return Words::tr("tu");
    case text::Address::Vous: return Words::tr("vous");
    case text::Address::Mixed: return Words::tr("tu and vous");
    case text::Address::None: break;
    }
    return Words::tr("tu or vous");
}

WritingCheck proofCheck(std::shared_ptr<text::Speller> speller, std::function<void(const QString &, const std::string &)> learn)
{
    return [speller = std::move(speller), learn = std::move(learn)](store::Tx &tx, const WritingInput &input) -> Result<QList<WritingMark>> {
        const auto text = utf8(input.text);
        VIGIE_TRY(const auto style, store::WritingHabits(tx).style(input.lang, input.account));
        const auto proof = text::proofread(text, input.lang, style, *speller);
        QList<WritingMark> marks;
        for (const auto &finding : proof.findings) {
            const auto marked = std::string_view(text).substr(finding.begin, finding.end - finding.begin);
            if (isDoneOnSending(finding, marked))
                continue;
            WritingMark mark;
            const auto places = utf16Offsets(text, {finding.begin, finding.end});
            mark.begin = static_cast<int>(places[0]);
            mark.end = static_cast<int>(places[1]);
            mark.kind = kindOf(finding.fault);
            const auto word = qs(marked);
            mark.reason = reasonOf(finding, word, input.lang, style.address);
            for (const auto &fix : finding.fixes)
                mark.fixes.append(qs(fix));
            if (finding.fault == Fault::Misspelt) {
                mark.suggest = [speller, word, lang = input.lang] {
                    QStringList list;
                    if (const auto found = speller->suggest(utf8(word), lang))
                        for (const auto &one : *found)
                            list.append(qs(one));
                    return list;
                };
                mark.actions.push_back({Words::tr("Add to the dictionary"), [learn, word, lang = input.lang] { learn(word, lang); }});
            }
            marks.append(std::move(mark));
        }
        return marks;
    };
}

} // namespace vigie::ui
