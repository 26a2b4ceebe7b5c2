// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/asset_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/thumbnail.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/composing.hpp>

#include <QCheckBox>
#include <QDate>
#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kPictureWidth = 300, kPictureHeight = 190, kAltLines = 2, kLineHeight = 18, kFrame = 16, kShownUses = 12;

QPlainTextEdit *wordsField(QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setProperty("role", "field");
    field->setTabChangesFocus(true);
    field->setFixedHeight(Theme::of(parent).scaled(kAltLines * kLineHeight + kFrame));
    return field;
}

} // namespace

AssetEditor::AssetEditor(Bridge &bridge, QWidget *parent)
    : QWidget(parent), bridge_(bridge), picture_(new QLabel(this)), facts_(wrappedLabel(QStringLiteral("small"), {}, this)),
      place_(wrappedLabel(QStringLiteral("small"), {}, this)), used_(wrappedLabel(QStringLiteral("small"), {}, this)), altFr_(wordsField(this)), altEn_(wordsField(this)),
      name_(new QLineEdit(this)), credit_(new QLineEdit(this)), licence_(new QLineEdit(this)), none_(new QCheckBox(this)), ends_(new QCheckBox(this)),
      keepPlace_(new QCheckBox(this)), lastDay_(new QDateEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kGap);
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(picture_);
    facts_->setTextFormat(Qt::PlainText);
    layout->addWidget(facts_);
    auto *fields = new QFormLayout;
    fields->setRowWrapPolicy(QFormLayout::WrapLongRows);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field : {static_cast<QWidget *>(name_), static_cast<QWidget *>(altFr_), static_cast<QWidget *>(altEn_), static_cast<QWidget *>(credit_), static_cast<QWidget *>(licence_)})
        addField(fields, field);
    layout->addLayout(fields);
    layout->addWidget(none_);
    layout->addWidget(ends_);
    layout->addWidget(lastDay_);
    layout->addWidget(place_);
    layout->addWidget(keepPlace_);
    used_->setTextFormat(Qt::PlainText);
    layout->addWidget(used_);
    layout->addStretch(1);
    lastDay_->setCalendarPopup(true);
    connect(ends_, &QCheckBox::toggled, lastDay_, &QWidget::setVisible);
    for (auto *box : {none_, ends_, keepPlace_})
        connect(box, &QCheckBox::toggled, this, &AssetEditor::keep);
    connect(lastDay_, &QDateEdit::editingFinished, this, &AssetEditor::keep);
    for (auto *line : {name_, credit_, licence_})
        connect(line, &QLineEdit::editingFinished, this, &AssetEditor::keep);
    retranslate();
    clear();
}

void AssetEditor::addField(QFormLayout *fields, QWidget *field)
{
    auto *label = roleLabel(QStringLiteral("muted"), {}, this);
    label->setBuddy(field);
    labels_.push_back(label);
    fields->addRow(label, field);
}

void AssetEditor::clear()
{
    asset_ = {};
    uses_.clear();
    setEnabled(false);
    setVisible(false);
}

void AssetEditor::setAsset(const Asset &asset, const std::vector<store::AssetUse> &uses)
{
    if (asset_.id && asset_.id != asset.id)
        keep();
    asset_ = {}; // nothing is kept while the fields are filled
    name_->setText(qs(asset.name));
    altFr_->setPlainText(qs(asset.altFr));
    altEn_->setPlainText(qs(asset.altEn));
    credit_->setText(qs(asset.credit));
    licence_->setText(qs(asset.licence));
    none_->setChecked(asset.noWords);
    ends_->setChecked(!asset.expiresOn.empty());
    lastDay_->setDate(asset.expiresOn.empty() ? QDate::currentDate().addYears(1) : QDate::fromString(qs(asset.expiresOn), Qt::ISODate));
    lastDay_->setVisible(ends_->isChecked());
    keepPlace_->setChecked(asset.keepPlace);
    asset_ = asset;
    uses_ = uses;
    picture_->clear();
    if (bridge_.workspace() != nullptr)
        showThumbnail(bridge_, picture_, qs(bridge_.workspace()->composing().shelf().pathOf(asset)),
                      QSize(Theme::of(this).scaled(kPictureWidth), Theme::of(this).scaled(kPictureHeight)));
    setEnabled(true);
    setVisible(true);
    retranslate();
}

Asset AssetEditor::asset() const
{
    auto asset = asset_;
    asset.name = utf8(name_->text().trimmed());
    if (asset.name.empty())
        asset.name = asset_.name;
    asset.altFr = utf8(altFr_->toPlainText().trimmed());
    asset.altEn = utf8(altEn_->toPlainText().trimmed());
    asset.credit = utf8(credit_->text().trimmed());
    asset.licence = utf8(licence_->text().trimmed());
    asset.noWords = none_->isChecked();
    asset.expiresOn = ends_->isChecked() ? utf8(lastDay_->date().toString(Qt::ISODate)) : std::string();
    asset.keepPlace = keepPlace_->isChecked();
    return asset;
}

void AssetEditor::keep()
{
    if (!asset_.id)
        return;
    const auto said = asset();
    if (said == asset_)
        return;
    asset_ = said;
    Q_EMIT kept(said); // at once: whoever shows it may be closing
    bridge_.write<bool>(
        this,
        [said](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Assets(tx).describe(said));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done && done.error().code != Errc::Cancelled)
                Q_EMIT failed(done.error());
        });
}

QString AssetEditor::usesText() const
{
    return used_->text();
}

void AssetEditor::retranslate()
{
    const QString names[] = {tr("Name"), tr("Alternative text, French"), tr("Alternative text, English"), tr("Credit"), tr("Licence")};
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i]->setText(names[i]);
        labels_[i]->buddy()->setAccessibleName(names[i]);
    }
    none_->setText(tr("It needs no words: decoration"));
    ends_->setText(tr("It may be used until a last day"));
    lastDay_->setAccessibleName(tr("Last day of use"));
    keepPlace_->setText(tr("Let the place leave with it"));
    keepPlace_->setVisible(asset_.hasPlace);
    place_->setText(asset_.hasPlace ? tr("It says where it was taken. That is taken out of what leaves; the original keeps it.") : QString());
    place_->setVisible(asset_.hasPlace);
    QStringList facts;
    if (asset_.width > 0)
        facts.append(QStringLiteral("%1\u00A0\u00D7\u00A0%2").arg(asset_.width).arg(asset_.height));
    if (asset_.durationMs > 0)
        facts.append(format::duration(std::chrono::seconds(asset_.durationMs / 1000)));
    facts.append(format::bytes(asset_.bytes));
    facts.append(qs(asset_.mime));
    facts_->setText(facts.join(QStringLiteral(" \u00B7 ")));
    QStringList uses;
    const auto zone = bridge_.workspace() != nullptr ? bridge_.zone() : std::string("UTC");
    for (const auto &use : uses_) {
        if (uses.size() >= kShownUses)
            break;
        const auto when = use.due ? format::dateTime(*use.due, zone) : tr("no day yet");
        uses.append(use.sent ? tr("published %1: %2").arg(when, qs(use.text).simplified()) : tr("planned %1: %2").arg(when, qs(use.text).simplified()));
    }
    used_->setText(uses.isEmpty() ? tr("No post uses it.") : tr("Used in %n post(s)", nullptr, static_cast<int>(uses_.size())) + QLatin1Char('\n') + uses.join(QLatin1Char('\n')));
}

void AssetEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AssetEditor::hideEvent(QHideEvent *event)
{
    keep();
    QWidget::hideEvent(event);
}

} // namespace vigie::ui
