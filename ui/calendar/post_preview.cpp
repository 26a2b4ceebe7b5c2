// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_preview.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/thumbnail.hpp"
#include "ui/inbox/entry_widget.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/text/length.hpp>
#include <vigie/text/rich_text.hpp>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kAvatar = 32, kMostShown = 4, kColumns = 2, kMediaWidth = 128, kMediaHeight = 84, kLongWidth = 340, kLongHeight = 190;

/// What tells one network's posts from another's at a glance.
struct Skin {
    const char *connector;
    bool picturesFirst;                    ///< the pictures stand above the words
    bool fullHandle;                       ///< shown with its server
    int foldAt;                            ///< letters before "more"; 0: all of it
    const char *acts[4];                   ///< icons under a post
};
constexpr Skin kSkins[] = {
    {"mastodon", false, true, 0, {"reply", "boost", "star", "more"}},
    {"bluesky", false, false, 0, {"reply", "boost", "like", "more"}},
    {"x", false, false, 280, {"reply", "boost", "like", "chart-bar"}},
    {"threads", false, false, 0, {"like", "reply", "boost", "send"}},
    {"instagram", true, false, 125, {"like", "reply", "send", "tag"}},
    {"facebook", false, false, 477, {"like", "reply", "forward", nullptr}},
};
constexpr Skin kPlain{"", false, true, 0, {"reply", "boost", "like", nullptr}};

const Skin &skinOf(const std::string &connector)
{
    for (const auto &skin : kSkins)
        if (connector == skin.connector)
            return skin;
    return kPlain;
}

QString handleOf(const Account &account, const Skin &skin)
{
    const auto handle = qs(account.handle);
    return QLatin1Char('@') + (skin.fullHandle ? handle : handle.section(QLatin1Char('@'), 0, 0));
}

QLabel *words(const std::string &text, const Theme &theme, QWidget *parent)
{
    const auto rich = text::fromPlain(text);
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText); // made by bodyMarkup, which escapes every letter
    label->setText(bodyMarkup(rich.text, rich.spans, {}, theme));
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

} // namespace

PostPreview::PostPreview(Bridge &bridge, QWidget *parent) : QFrame(parent), bridge_(bridge), layout_(new QVBoxLayout(this))
{
    setProperty("role", "card");
    layout_->setContentsMargins(kMargin, kGap, kMargin, kGap);
    layout_->setSpacing(kGap);
    setFocusPolicy(Qt::TabFocus); // read as one by a screen reader
}

void PostPreview::clear()
{
    while (auto *item = layout_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void PostPreview::show(const PreviewPost &post)
{
    post_ = post;
    clear();
    const auto &skin = skinOf(post_.account.connector);
    for (std::size_t i = 0; i < post_.parts.size(); ++i) {
        layout_->addWidget(makeHead());
        layout_->addWidget(makePart(i));
        if (i == 0 && !skin.picturesFirst) {
            if (auto *media = makeMedia(this))
                layout_->addWidget(media);
            else if (auto *card = makeCard(this))
                layout_->addWidget(card);
        }
        layout_->addWidget(makeFoot(this));
        if (i + 1 < post_.parts.size()) {
            auto *line = new QFrame(this);
            line->setProperty("role", "line");
            line->setFixedHeight(1);
            layout_->addWidget(line);
        }
    }
    setAccessibleName(tr("Preview on %1").arg(bridge_.networkName(post_.account.connector)));
    setAccessibleDescription(spoken());
    QFrame::show();
}

QString PostPreview::spoken() const
{
    QStringList lines{qs(post_.account.name.empty() ? post_.account.handle : post_.account.name), post_.when};
    if (!post_.warning.isEmpty())
        lines.append(tr("Content warning: %1").arg(post_.warning));
    for (const auto &part : post_.parts)
        lines.append(qs(part));
    for (const auto &medium : post_.media)
        lines.append(medium.alt.isEmpty() ? tr("a picture without words") : tr("a picture: %1").arg(medium.alt));
    if (post_.card)
        lines.append(tr("a card: %1").arg(qs(post_.card->title)));
    return lines.join(QLatin1Char('\n'));
}

QWidget *PostPreview::makeHead()
{
    const auto &skin = skinOf(post_.account.connector);
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    auto *avatar = new AvatarWidget(Theme::of(this).scaled(kAvatar), head);
    const auto name = qs(post_.account.name.empty() ? post_.account.handle : post_.account.name);
    avatar->setPerson(name, bridge_.networkBadge(post_.account.connector));
    layout->addWidget(avatar);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    auto *nameLabel = new ElidedLabel(head);
    nameLabel->setTextFormat(Qt::PlainText);
    nameLabel->setProperty("role", "strong");
    nameLabel->setText(name);
    auto *handle = new ElidedLabel(head);
    handle->setTextFormat(Qt::PlainText);
    handle->setProperty("role", "small");
    QStringList under; // a page is called by its name alone
    if (qs(post_.account.handle) != name)
        under.append(handleOf(post_.account, skin));
    if (!post_.when.isEmpty())
        under.append(post_.when);
    handle->setText(under.join(QStringLiteral(" \u00B7 ")));
    who->addWidget(nameLabel);
    who->addWidget(handle);
    layout->addLayout(who, 1);
    return head;
}

QWidget *PostPreview::makePart(std::size_t index)
{
    const auto &skin = skinOf(post_.account.connector);
    const auto &theme = Theme::of(this);
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    if (!post_.warning.isEmpty()) {
        auto *warning = wrappedLabel(QStringLiteral("warn"), post_.warning, part);
        warning->setTextFormat(Qt::PlainText);
        layout->addWidget(warning);
    }
    if (index == 0 && skin.picturesFirst)
        if (auto *media = makeMedia(part))
            layout->addWidget(media);
    const auto &text = post_.parts[index];
    const bool folded = skin.foldAt > 0 && text::graphemes(text) > skin.foldAt;
    layout->addWidget(words(folded ? text::elide(text, skin.foldAt) : text, theme, part));
    if (folded)
        layout->addWidget(roleLabel(QStringLiteral("small"), tr("more: the rest shows when it is opened"), part));
    return part;
}

QWidget *PostPreview::makeMedia(QWidget *parent)
{
    if (post_.media.empty())
        return nullptr;
    auto *grid = new QWidget(parent);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    const auto &theme = Theme::of(this);
    const bool single = post_.media.size() == 1;
    const QSize size = single ? QSize(theme.scaled(kLongWidth), theme.scaled(kLongHeight)) : QSize(theme.scaled(kMediaWidth), theme.scaled(kMediaHeight));
    const auto shown = std::min<std::size_t>(post_.media.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &medium = post_.media[i];
        auto *label = roleLabel(QStringLiteral("chip"), medium.film ? tr("film") : tr("picture"), grid);
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumSize(size);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a picture never widens the editor
        label->setMinimumHeight(size.height() / 2);
        label->setAccessibleName(medium.alt.isEmpty() ? tr("a picture without words") : medium.alt);
        label->setToolTip(medium.alt.toHtmlEscaped());
        if (!medium.film)
            showThumbnail(bridge_, label, medium.path, size, true);
        layout->addWidget(label, static_cast<int>(i) / kColumns, static_cast<int>(i) % kColumns);
    }
    if (post_.media.size() > shown)
        layout->addWidget(roleLabel(QStringLiteral("small"), tr("and %n more", nullptr, static_cast<int>(post_.media.size() - shown)), grid), kMostShown / kColumns, 0);
    return grid;
}

QWidget *PostPreview::makeCard(QWidget *parent)
{
    if (post_.link.isEmpty() || !post_.account.capabilities.has(Capability::LinkCard))
        return nullptr;
    auto *card = new QFrame(parent);
    card->setProperty("role", "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(kGap, kGrid, kGap, kGrid);
    layout->setSpacing(0);
    layout->addWidget(roleLabel(QStringLiteral("small"), QUrl(post_.link).host(), card));
    auto *title = wrappedLabel(QStringLiteral("strong"), post_.card ? qs(text::elide(post_.card->title, 90)) : tr("The card of the page is shown here."), card);
    title->setTextFormat(Qt::PlainText);
    if (!post_.card)
        setRole(title, QStringLiteral("muted"));
    layout->addWidget(title);
    if (post_.card && !post_.card->description.empty()) {
        auto *description = wrappedLabel(QStringLiteral("small"), qs(text::elide(post_.card->description, 140)), card);
        description->setTextFormat(Qt::PlainText);
        layout->addWidget(description);
    }
    return card;
}

QWidget *PostPreview::makeFoot(QWidget *parent)
{
    auto *foot = new QWidget(parent);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kWideMargin);
    const auto &theme = Theme::of(this);
    const int side = theme.scaled(14);
    for (const char *name : skinOf(post_.account.connector).acts) {
        if (name == nullptr)
            continue;
        auto *icon = new QLabel(foot);
        icon->setPixmap(theme.icon(QString::fromLatin1(name), &Colors::muted).pixmap(side, side));
        layout->addWidget(icon);
    }
    layout->addStretch(1);
    return foot;
}

} // namespace vigie::ui
