// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/rule_editor.hpp"

#include "ui/alerts/alert_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/alerts.hpp>
#include <vigie/store/queries.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kTryAfterMs = 400, kTryDays = 28, kMostFollowers = 1'000'000'000, kFollowerStep = 1000;
} // namespace

RuleEditor::RuleEditor(Shell &shell, const AlertRule &rule, QWidget *parent)
    : QDialog(parent), shell_(shell), rule_(rule), form_(new QFormLayout), name_(new QLineEdit(this)), people_(new QLineEdit(this)), kind_(new QComboBox(this)),
      query_(new QComboBox(this)), sensitivity_(new QComboBox(this)), followers_(new QSpinBox(this)), on_(new QCheckBox(this)), breaksThrough_(new QCheckBox(this)),
      tried_(roleLabel(QStringLiteral("muted"), {}, this)), save_(roleButton(QStringLiteral("primary"), this)), cancel_(roleButton({}, this)),
      remove_(roleButton(QStringLiteral("danger"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    followers_->setRange(0, kMostFollowers);
    followers_->setSingleStep(kFollowerStep);
    followers_->setGroupSeparatorShown(true);
    for (int i = 0; i < kAlertKinds; ++i)
        kind_->addItem(QString(), i);
    for (int i = 0; i <= static_cast<int>(AlertSensitivity::Keen); ++i)
        sensitivity_->addItem(QString(), i);
    query_->addItem(QString(), QVariant::fromValue<qlonglong>(0));
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (auto *field : std::initializer_list<QWidget *>{kind_, query_, sensitivity_, followers_, people_, name_})
        form_->addRow(new QLabel(this), field);
    tried_->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    buttons->addWidget(cancel_);
    buttons->addWidget(save_);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form_);
    layout->addWidget(on_);
    layout->addWidget(breaksThrough_);
    layout->addWidget(tried_);
    layout->addLayout(buttons);
    remove_->setVisible(static_cast<bool>(rule.id));
    save_->setDefault(true);
    fill();
    retranslate();
    showFields();
    wait_.setSingleShot(true);
    wait_.setInterval(kTryAfterMs);
    connect(&wait_, &QTimer::timeout, this, &RuleEditor::tryOut);
    const auto changed = [this] {
        showFields();
        wait_.start();
    };
    for (auto *box : {kind_, query_, sensitivity_})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    connect(followers_, &QSpinBox::valueChanged, this, changed);
    connect(people_, &QLineEdit::textChanged, this, changed);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, [this] {
        Q_EMIT saveWanted(this->rule());
        accept();
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        Q_EMIT removeWanted(rule_);
        accept();
    });
    shell_.bridge.read<std::vector<SavedQuery>>(this, [](store::Tx &tx) { return store::Queries(tx).all(); },
                                                [this](Result<std::vector<SavedQuery>> queries) {
                                                    if (queries)
                                                        nameQueries(*queries);
                                                });
    tryOut();
}

void RuleEditor::fill()
{
    kind_->setCurrentIndex(static_cast<int>(rule_.kind));
    sensitivity_->setCurrentIndex(static_cast<int>(rule_.sensitivity));
    followers_->setValue(static_cast<int>(std::min<std::int64_t>(rule_.followers, kMostFollowers)));
    people_->setText(qs(rule_.people));
    name_->setText(qs(rule_.name));
    on_->setChecked(rule_.on);
    breaksThrough_->setChecked(rule_.breaksThrough);
}

void RuleEditor::nameQueries(const std::vector<SavedQuery> &queries)
{
    const QSignalBlocker quiet(query_);
    for (const auto &query : queries) {
        if (query.deskDependent)
            continue; // what is searched for anew each time is not counted as it arrives
        query_->addItem(format::queryName(query.name), QVariant::fromValue<qlonglong>(query.id.value));
        if (query.id == rule_.query)
            query_->setCurrentIndex(query_->count() - 1);
    }
}

AlertRule RuleEditor::rule() const
{
    AlertRule rule = rule_;
    rule.kind = static_cast<AlertKind>(kind_->currentIndex());
    rule.sensitivity = static_cast<AlertSensitivity>(sensitivity_->currentIndex());
    if (query_->count() > 1) // else the queries are not read yet
        rule.query = QueryId{query_->currentData().toLongLong()};
    rule.followers = followers_->value();
    rule.people = utf8(people_->text().trimmed());
    rule.name = utf8(name_->text().trimmed());
    rule.on = on_->isChecked();
    rule.breaksThrough = breaksThrough_->isChecked();
    return rule;
}

void RuleEditor::showFields()
{
    const auto kind = static_cast<AlertKind>(kind_->currentIndex());
    const auto show = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        form_->labelForField(field)->setVisible(shown);
    };
    show(query_, kind != AlertKind::Unread && kind != AlertKind::Silence && kind != AlertKind::Deadline);
    show(sensitivity_, kind != AlertKind::Vip && kind != AlertKind::Silence && kind != AlertKind::Deadline);
    show(followers_, kind == AlertKind::Vip);
    show(people_, kind == AlertKind::Vip);
}

void RuleEditor::tryOut()
{
    tried_->setText(tr("Looking at the last four weeks..."));
    const auto number = tries_.next();
    using Findings = std::vector<AlertFinding>;
    shell_.bridge.read<Findings>(
        this,
        [rule = rule(), zone = shell_.bridge.zone()](store::Tx &tx) {
            return app::replayAlert(tx, rule, tx.now() - std::chrono::hours{24} * kTryDays, tx.now(), zone);
        },
        [this, number](Result<Findings> found) {
            if (!tries_.is(number))
                return;
            if (!found)
                return tried_->setText(errorSentence(found.error()));
            if (found->empty())
                return tried_->setText(tr("It would not have rung in the last four weeks."));
            AlertView last;
            last.alert.found = found->back();
            last.query = query_->currentIndex() > 0 ? query_->currentText() : QString();
            tried_->setText(tr("It would have rung %Ln time(s) in the last four weeks, last on %1: %2", nullptr, static_cast<int>(found->size()))
                                .arg(format::dateTime(found->back().to, shell_.bridge.zone()), alertHeadline(last)));
        });
}

void RuleEditor::retranslate()
{
    setWindowTitle(rule_.id ? tr("Alert rule") : tr("New alert rule"));
    const auto name = [this](QWidget *field, const QString &words) {
        if (auto *label = qobject_cast<QLabel *>(form_->labelForField(field)))
            label->setText(words);
        field->setAccessibleName(words);
    };
    name(kind_, tr("Watches for"));
    name(query_, tr("In"));
    name(sensitivity_, tr("How keenly"));
    name(followers_, tr("From this many followers on"));
    name(people_, tr("And these people"));
    name(name_, tr("Name"));
    people_->setPlaceholderText(tr("@handle, @another"));
    for (int i = 0; i < kind_->count(); ++i)
        kind_->setItemText(i, alertKindName(static_cast<AlertKind>(i)));
    for (int i = 0; i < sensitivity_->count(); ++i)
        sensitivity_->setItemText(i, sensitivityName(static_cast<AlertSensitivity>(i)));
    query_->setItemText(0, tr("What is said of the brand"));
    name_->setPlaceholderText(tr("None: it is called by what it watches for"));
    on_->setText(tr("Switched on"));
    breaksThrough_->setText(tr("Told in quiet hours as well"));
    save_->setText(tr("Save"));
    cancel_->setText(tr("Cancel"));
    remove_->setText(tr("Remove"));
}

void RuleEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace vigie::ui
