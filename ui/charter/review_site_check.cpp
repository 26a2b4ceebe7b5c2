// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/review_site_check.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/desk/review_site.hpp>

#include <QCoreApplication>

namespace vigie::ui {

namespace {

class SiteWords {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::SiteWords)
public:
    static QString reason(const desk::SiteMark &mark)
    {
        const auto rule = what(mark);
        return mark.blocks ? tr("%1. The site refuses such answers.").arg(rule) : tr("%1. Look again before it is sent.").arg(rule);
    }

    static QString refusal(const desk::SiteMark &mark)
    {
        return mark.sentence.empty() ? what(mark) + QLatin1Char('.') : tr("%1, and the site refuses that: \"%2\"").arg(what(mark), qs(mark.sentence));
    }

private:
    static QString what(const desk::SiteMark &mark)
    {
        using desk::SiteRule;
        switch (mark.rule) {
        case SiteRule::OneResponse: return tr("This review is answered already, and its site takes one answer");
        case SiteRule::Quotation: return tr("This quotes the review");
        case SiteRule::PersonalData: return tr("This may tell who the guest is: a name, a number, a room");
        case SiteRule::Contact: return tr("An address to write to");
        case SiteRule::Offer: return tr("This offers something");
        case SiteRule::Accusation: return tr("This says that the review is not true, or who is behind it");
        case SiteRule::Link: return tr("A link: only where it is relevant");
        case SiteRule::Length: return tr("Longer than %n character(s)", "", mark.limit);
        }
        return {};
    }
};

} // namespace

WritingCheck reviewSiteCheck()
{
    return [](store::Tx &tx, const WritingInput &input) -> Result<QList<WritingMark>> {
        QList<WritingMark> out;
        if (!input.answers || input.text.trimmed().isEmpty())
            return out;
        const auto bytes = utf8(input.text);
        VIGIE_TRY(const auto marks, desk::reviewSiteMarks(tx, input.answers, bytes, input.lang));
        for (const auto &mark : marks) {
            const auto ends = utf16Offsets(bytes, {mark.begin, mark.end});
            WritingMark one;
            one.begin = static_cast<int>(ends[0]);
            one.end = static_cast<int>(ends[1]);
            one.kind = MarkKind::Charter;
            one.reason = SiteWords::reason(mark);
            out.append(std::move(one));
        }
        return out;
    };
}

Result<QString> refusalOfSite(store::Tx &tx, ItemId review, const std::string &answer, const std::string &lang)
{
    VIGIE_TRY(const auto marks, desk::reviewSiteMarks(tx, review, answer, lang));
    for (const auto &mark : marks)
        if (mark.blocks)
            return SiteWords::refusal(mark);
    return QString();
}

} // namespace vigie::ui
