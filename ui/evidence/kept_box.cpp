// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/kept_box.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

bool holdsWords(EvidenceKind kind)
{
    return kind == EvidenceKind::Captured || kind == EvidenceKind::Edited || kind == EvidenceKind::Deleted || kind == EvidenceKind::State;
}

std::string wholeText(const Item &item)
{
    return item.title.empty() ? item.text : item.title + '\n' + item.text;
}

/// A hash that may be broken into lines.
QString inGroups(const std::string &hash)
{
    constexpr std::size_t kGroup = 16;
    QStringList groups;
    for (std::size_t at = 0; at < hash.size(); at += kGroup)
        groups << qs(std::string_view(hash).substr(at, kGroup));
    return groups.join(QLatin1Char(' '));
}

} // namespace

KeptBox::KeptBox(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), mark_(roleLabel(QStringLiteral("strong"), {}, this)), hash_(roleLabel(QStringLiteral("small"), {}, this)),
      versionsButton_(roleButton(QStringLiteral("link"), this)), copyButton_(roleButton(QStringLiteral("link"), this)), buttons_(new QWidget(this)), versionsBox_(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    mark_->setWordWrap(true);
    hash_->setWordWrap(true);
    hash_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *flow = new FlowLayout(buttons_, kMargin);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(versionsButton_);
    flow->addWidget(copyButton_);
    auto *versions = new QVBoxLayout(versionsBox_);
    versions->setContentsMargins(kMargin, 0, 0, 0);
    for (auto *widget : {static_cast<QWidget *>(mark_), static_cast<QWidget *>(hash_), buttons_, versionsBox_})
        layout->addWidget(widget);
    connect(versionsButton_, &QPushButton::clicked, this, [this] { setOpen(!open_); });
    connect(copyButton_, &QPushButton::clicked, this, [this] {
        if (!kept_)
            return;
        QGuiApplication::clipboard()->setText(qs(kept_->mark.hash));
        shell_.toasts.show(tr("Hash copied. Written down elsewhere, it shows that nothing before it was changed since."));
    });
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (item_ && std::find(change.itemsChanged.begin(), change.itemsChanged.end(), item_) != change.itemsChanged.end())
            ask();
    });
    connect(&shell_.theme, &Theme::changed, this, &KeptBox::present);
    hide();
}

void KeptBox::showItem(ItemId item)
{
    if (item != item_) {
        kept_.reset();
        open_ = false;
        present();
    }
    item_ = item;
    ask();
}

void KeptBox::setBrief(bool brief)
{
    brief_ = brief;
    for (auto *widget : {static_cast<QWidget *>(hash_), buttons_, versionsBox_})
        widget->setVisible(!brief);
    layout()->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
}

void KeptBox::setOpen(bool open)
{
    open_ = open;
    present();
}

Result<std::optional<KeptBox::Kept>> KeptBox::read(store::Tx &tx, ItemId item)
{
    VIGIE_TRY(auto mark, store::Evidence(tx).mark(item));
    if (!mark)
        return std::optional<Kept>();
    Kept kept{std::move(*mark), {}};
    VIGIE_TRY(auto entries, store::Evidence(tx).entries(item));
    for (auto &entry : entries)
        if (entry.content)
            if (auto said = store::readEvidence(*entry.content))
                kept.versions.push_back({std::move(entry), std::move(*said)});
    return std::optional(std::move(kept));
}

void KeptBox::ask()
{
    const auto number = generation_.next();
    if (!item_)
        return;
    shell_.bridge.read<std::optional<Kept>>(this, [item = item_](store::Tx &tx) { return read(tx, item); }, [this, number](Result<std::optional<Kept>> kept) {
        if (!generation_.is(number))
            return;
        if (!kept) {
            mark_->setText(errorSentence(kept.error()));
            show();
            return;
        }
        kept_ = std::move(*kept);
        present();
    });
}

QString KeptBox::markWords() const
{
    const auto &mark = kept_->mark;
    const auto &zone = shell_.bridge.zone();
    QStringList words{tr("Kept as evidence on %1, entry %2.").arg(format::dateTime(mark.at, zone), format::number(static_cast<double>(mark.number)))};
    if (mark.edited)
        words << tr("Edited since.");
    if (mark.deleted)
        words << tr("Deleted since.");
    if (mark.media > 0)
        words << tr("%Ln picture(s) kept.", nullptr, mark.media);
    if (mark.mediaWaiting > 0)
        words << tr("%Ln picture(s) still to be fetched.", nullptr, mark.mediaWaiting);
    if (mark.keepUntil)
        words << tr("Until %1.").arg(format::longDate(*mark.keepUntil, zone));
    return words.join(QLatin1Char(' '));
}

void KeptBox::present()
{
    setVisible(kept_.has_value());
    if (!kept_)
        return;
    mark_->setText(markWords());
    hash_->setText(tr("SHA-256 %1").arg(inGroups(kept_->mark.hash)));
    versionsButton_->setText(open_ ? tr("Hide what was kept") : tr("Show what was kept: %Ln version(s)", nullptr, kept_->mark.versions));
    versionsButton_->setAccessibleName(versionsButton_->text());
    copyButton_->setText(tr("Copy the hash"));
    copyButton_->setAccessibleName(copyButton_->text());
    versionsBox_->setVisible(open_ && !brief_);
    showVersions();
}

QString KeptBox::versionWords(const Version &version) const
{
    const auto when = format::dateTime(version.entry.at, shell_.bridge.zone());
    switch (version.entry.kind) {
    case EvidenceKind::Captured: return tr("%1: kept by %2").arg(when, qs(version.said.by));
    case EvidenceKind::Edited: return tr("%1: seen with other words").arg(when);
    case EvidenceKind::Deleted: return tr("%1: seen as gone").arg(when);
    case EvidenceKind::State: return tr("%1: hidden, held or back again").arg(when);
    case EvidenceKind::Media:
        return version.said.mediaHash.empty() ? tr("%1: a picture could not be had (%2)").arg(when, qs(version.said.failure))
                                              : tr("%1: a picture, %2").arg(when, format::bytes(version.said.size));
    case EvidenceKind::Term: return tr("%1: kept until %2, %3").arg(when, format::longDate(version.said.keep.until, shell_.bridge.zone()), qs(version.said.keep.ground));
    case EvidenceKind::Erased: return when;
    }
    return when;
}

void KeptBox::showVersions()
{
    while (auto *row = versionsBox_->layout()->takeAt(0)) {
        if (auto *widget = row->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete row;
    }
    if (!open_)
        return;
    const Item *before = nullptr;
    for (const auto &version : kept_->versions) {
        auto *head = roleLabel(QStringLiteral("small"), versionWords(version), versionsBox_);
        head->setTextFormat(Qt::PlainText);
        head->setWordWrap(true);
        versionsBox_->layout()->addWidget(head);
        if (!holdsWords(version.entry.kind))
            continue;
        const auto now = wholeText(version.said.item);
        if (before == nullptr || wholeText(*before) != now) {
            auto *text = new TextBlock(versionsBox_);
            text->setAccessibleName(before == nullptr ? tr("Text as it was kept") : tr("What changed"));
            if (before == nullptr)
                text->showPlain(qs(now));
            else
                text->showDifference(text::wordDifference(wholeText(*before), now));
            versionsBox_->layout()->addWidget(text);
        }
        before = &version.said.item;
    }
}

void KeptBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        present();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
