// SPDX-License-Identifier: GPL-3.0-or-later
// One picture or film of a post: what it is, what it shows in words, its place among the others.
#include "ui/calendar/media_list.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/thumbnail.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/text/length.hpp>

#include <QCheckBox>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kThumbWidth = 64, kThumbHeight = 40;

QString factsOf(const Asset &asset)
{
    QStringList facts;
    if (asset.width > 0)
        facts.append(QStringLiteral("%1\u00A0\u00D7\u00A0%2").arg(asset.width).arg(asset.height));
    if (asset.durationMs > 0)
        facts.append(format::duration(std::chrono::seconds(asset.durationMs / 1000)));
    facts.append(format::bytes(asset.bytes));
    if (!asset.credit.empty())
        facts.append(qs(asset.credit));
    return facts.join(QStringLiteral(" \u00B7 "));
}

QPushButton *smallButton(const QString &icon, const QString &name, QWidget *row)
{
    auto *button = roleButton(QStringLiteral("quiet"), row);
    button->setIcon(Theme::of(row).icon(icon, &Colors::muted));
    button->setAccessibleName(name);
    button->setToolTip(name.toHtmlEscaped());
    return button;
}

} // namespace

QWidget *MediaList::makeRow(std::size_t index)
{
    const auto &media = media_[index];
    const auto *asset = assetOf(media);
    const auto name = asset != nullptr ? qs(asset->name) : QFileInfo(qs(media.path)).fileName();
    auto *row = new QFrame(this);
    row->setProperty("role", "card");
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    auto *picture = new QLabel(row);
    picture->hide();
    head->addWidget(picture);
    const auto &theme = Theme::of(this);
    showThumbnail(bridge_, picture, qs(media.path), QSize(theme.scaled(kThumbWidth), theme.scaled(kThumbHeight)));
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *label = new ElidedLabel(row);
    label->setTextFormat(Qt::PlainText);
    label->setText(name);
    names->addWidget(label);
    if (asset != nullptr) {
        auto *facts = new ElidedLabel(row);
        facts->setTextFormat(Qt::PlainText);
        facts->setProperty("role", "small");
        facts->setText(factsOf(*asset));
        names->addWidget(facts);
    }
    head->addLayout(names, 1);
    if (index > 0) {
        auto *earlier = smallButton(QStringLiteral("arrow-up"), tr("Move %1 before the other").arg(name), row);
        earlier->setEnabled(!readOnly_);
        connect(earlier, &QPushButton::clicked, this, [this, index] { move(index, -1); });
        head->addWidget(earlier);
    }
    if (asset != nullptr) {
        auto *details = smallButton(QStringLiteral("info"), tr("Credit, licence and last day of %1").arg(name), row);
        connect(details, &QPushButton::clicked, this, [this, id = asset->id] { Q_EMIT detailsWanted(id); });
        head->addWidget(details);
    }
    auto *remove = smallButton(QStringLiteral("close"), tr("Remove %1").arg(name), row);
    remove->setEnabled(!readOnly_);
    connect(remove, &QPushButton::clicked, this, [this, index] { this->remove(index); });
    head->addWidget(remove);
    layout->addLayout(head);
    addWords(layout, index, name, row);
    return row;
}

void MediaList::addWords(QVBoxLayout *layout, std::size_t index, const QString &name, QWidget *row)
{
    const auto &media = media_[index];
    const auto *asset = assetOf(media);
    auto *line = new QHBoxLayout;
    auto *alt = new QLineEdit(qs(media.alt), row);
    alt->setPlaceholderText(tr("What it shows, for those who cannot see it"));
    alt->setAccessibleName(tr("Alternative text of %1").arg(name));
    alt->setReadOnly(readOnly_);
    line->addWidget(alt, 1);
    auto *count = roleLabel(QStringLiteral("small"), format::number(text::graphemes(media.alt)), row);
    count->setAccessibleName(tr("Length of the alternative text"));
    line->addWidget(count);
    layout->addLayout(line);
    auto *warn = roleLabel(QStringLiteral("warn"), tr("The alternative text is empty."), row);
    warn->setVisible(media.alt.empty() && (asset == nullptr || !asset->noWords));
    layout->addWidget(warn);
    QCheckBox *none = nullptr;
    if (asset != nullptr) {
        none = new QCheckBox(tr("It needs no words: decoration"), row);
        none->setAccessibleName(tr("%1 needs no alternative text").arg(name));
        none->setChecked(asset->noWords);
        none->setVisible(media.alt.empty());
        none->setEnabled(!readOnly_);
        layout->addWidget(none);
        connect(none, &QCheckBox::toggled, this, [this, id = asset->id, warn](bool on) {
            warn->setVisible(!on);
            setNoWords(id, on);
        });
    }
    connect(alt, &QLineEdit::textChanged, this, [this, index, warn, count, none](const QString &text) {
        media_[index].alt = utf8(text);
        const bool empty = text.trimmed().isEmpty();
        warn->setVisible(empty && (none == nullptr || !none->isChecked()));
        if (none != nullptr)
            none->setVisible(empty);
        count->setText(format::number(text::graphemes(utf8(text))));
        Q_EMIT edited();
    });
    connect(alt, &QLineEdit::editingFinished, this, [this, index] { keepWords(index); });
}

} // namespace vigie::ui
