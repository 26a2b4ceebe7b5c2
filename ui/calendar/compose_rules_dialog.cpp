// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/compose_rules_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace vigie::ui {

namespace {

enum Field { Source, Medium, Campaign, Content, Sites, FieldCount };
constexpr int kWidth = 520, kHeight = 520;

} // namespace

ComposeRulesDialog::ComposeRulesDialog(Bridge &bridge, QWidget *parent)
    : QDialog(parent), bridge_(bridge), alt_(new QCheckBox(this)), on_(new QCheckBox(this)), help_(wrappedLabel(QStringLiteral("small"), {}, this)),
      example_(wrappedLabel(QStringLiteral("small"), {}, this)), problem_(wrappedLabel(QStringLiteral("neg"), {}, this)), error_(new ErrorBar(this)),
      keep_(roleButton(QStringLiteral("primary"), this)), close_(roleButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    for (auto *field : fields_)
        connect(field, &QLineEdit::textChanged, this, &ComposeRulesDialog::refresh);
    connect(on_, &QCheckBox::toggled, this, &ComposeRulesDialog::refresh);
    connect(keep_, &QPushButton::clicked, this, &ComposeRulesDialog::keep);
    connect(close_, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    resize(sizeInRoom(*this, QSize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight))));
    bridge_.read<plan::ComposeRules>(
        this, [](store::Tx &tx) { return plan::readComposeRules(tx); },
        [this](const Result<plan::ComposeRules> &rules) {
            if (rules)
                show(*rules);
            else if (rules.error().code != Errc::Cancelled)
                error_->setError(rules.error());
        });
}

void ComposeRulesDialog::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(scroll);
    scroll->setWidget(page);
    outer->addWidget(scroll, 1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    layout->addWidget(error_);
    layout->addWidget(alt_);
    layout->addWidget(on_);
    layout->addWidget(help_);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (int i = 0; i < FieldCount; ++i) {
        auto *field = new QLineEdit(page);
        auto *label = roleLabel(QStringLiteral("muted"), {}, page);
        label->setBuddy(field);
        form->addRow(label, field);
        fields_.push_back(field);
        labels_.push_back(label);
    }
    layout->addLayout(form);
    problem_->setTextFormat(Qt::PlainText);
    layout->addWidget(problem_);
    example_->setTextFormat(Qt::PlainText);
    layout->addWidget(example_);
    layout->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    foot->addStretch(1);
    foot->addWidget(close_);
    foot->addWidget(keep_);
    outer->addLayout(foot);
    close_->setAutoDefault(false);
}

void ComposeRulesDialog::show(const plan::ComposeRules &rules)
{
    alt_->setChecked(rules.altRequired);
    on_->setChecked(rules.tracking.on);
    fields_[Source]->setText(qs(rules.tracking.source));
    fields_[Medium]->setText(qs(rules.tracking.medium));
    fields_[Campaign]->setText(qs(rules.tracking.campaign));
    fields_[Content]->setText(qs(rules.tracking.content));
    QStringList sites;
    for (const auto &site : rules.tracking.sites)
        sites.append(qs(site));
    fields_[Sites]->setText(sites.join(QStringLiteral(", ")));
    refresh();
}

plan::ComposeRules ComposeRulesDialog::rules() const
{
    plan::ComposeRules rules;
    rules.altRequired = alt_->isChecked();
    rules.tracking.on = on_->isChecked();
    rules.tracking.source = utf8(fields_[Source]->text().trimmed());
    rules.tracking.medium = utf8(fields_[Medium]->text().trimmed());
    rules.tracking.campaign = utf8(fields_[Campaign]->text().trimmed());
    rules.tracking.content = utf8(fields_[Content]->text().trimmed());
    for (const auto &site : fields_[Sites]->text().split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts))
        rules.tracking.sites.push_back(utf8(site.toLower()));
    return rules;
}

bool ComposeRulesDialog::canKeep() const
{
    return keep_->isEnabled();
}

QString ComposeRulesDialog::exampleText() const
{
    return example_->text();
}

void ComposeRulesDialog::refresh()
{
    const auto tracking = rules().tracking;
    for (auto *field : fields_)
        field->setEnabled(tracking.on);
    QString problem;
    const std::array<const std::string *, 4> patterns{&tracking.source, &tracking.medium, &tracking.campaign, &tracking.content};
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (!plan::trackingValue(*patterns[i], {}))
            problem = tr("%1: this name is not known. Known are {network}, {account}, {campaign}, {date}, {lang} and {post}.").arg(labels_[i]->text());
    showText(problem_, problem);
    keep_->setEnabled(problem.isEmpty());
    plan::TrackingValues values{"mastodon", "atelier", utf8(tr("Summer sale", "a campaign, as an example")), "2026-11-24", "fr", "12"};
    const auto site = tracking.sites.empty() ? std::string("www.example.org") : tracking.sites.front();
    showText(example_, tracking.on && problem.isEmpty() ? tr("A link on Mastodon leaves as %1").arg(qs(plan::trackedLink("https://" + site + "/", tracking, values).url)) : QString());
}

void ComposeRulesDialog::keep()
{
    bridge_.write<bool>(
        this,
        [rules = rules()](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(plan::writeAltRequired(tx, rules.altRequired));
            VIGIE_CHECK(plan::writeTracking(tx, rules.tracking));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done) {
                error_->setError(done.error());
                return;
            }
            Q_EMIT kept();
            close();
        });
}

void ComposeRulesDialog::retranslate()
{
    setWindowTitle(tr("How posts are composed"));
    alt_->setText(tr("A picture without alternative text is not planned"));
    on_->setText(tr("Links say which post brought the visitor (campaign parameters)"));
    help_->setText(tr("The text keeps its plain links; the parameters are added for each network when the post is planned, and counted before. A link that carries other values keeps them."));
    const QString names[] = {tr("Source"), tr("Medium"), tr("Campaign"), tr("Content"), tr("Only links to these sites")};
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i]->setText(names[i]);
        fields_[i]->setAccessibleName(names[i]);
    }
    fields_[Sites]->setPlaceholderText(tr("all, when nothing stands here"));
    keep_->setText(tr("Keep"));
    close_->setText(tr("Cancel"));
    refresh();
}

void ComposeRulesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace vigie::ui
