// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/relevance_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/relevance_text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace vigie::ui {

namespace {
constexpr int kWidth = 460, kKeepAfterMs = 400, kLoadAfterMs = 250, kLowest = 50, kHighest = 99;
} // namespace

RelevanceDialog::RelevanceDialog(Shell &shell, const SavedQuery &query, QWidget *parent)
    : QDialog(parent), shell_(shell), query_(query), intro_(wrappedLabel({}, {}, this)), state_(wrappedLabel(QStringLiteral("muted"), {}, this)),
      thresholdLabel_(roleLabel(QStringLiteral("muted"), {}, this)), measure_(wrappedLabel(QStringLiteral("muted"), {}, this)), on_(new QCheckBox(this)),
      threshold_(new QSpinBox(this)), reset_(roleButton(QStringLiteral("danger"), this)), close_(roleButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(shell_.theme.scaled(kWidth));
    threshold_->setRange(kLowest, kHighest);
    thresholdLabel_->setBuddy(threshold_);
    auto *row = new QHBoxLayout;
    row->addWidget(thresholdLabel_);
    row->addWidget(threshold_);
    row->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(reset_);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(kMargin);
    layout->addWidget(intro_);
    layout->addWidget(on_);
    layout->addLayout(row);
    layout->addWidget(state_);
    layout->addWidget(measure_);
    layout->addLayout(buttons);
    close_->setDefault(true);
    retranslate();
    keepTimer_.setSingleShot(true);
    keepTimer_.setInterval(kKeepAfterMs);
    loadTimer_.setSingleShot(true);
    loadTimer_.setInterval(kLoadAfterMs);
    const auto changed = [this] {
        if (!showing_)
            keepTimer_.start();
    };
    connect(on_, &QCheckBox::toggled, this, changed);
    connect(threshold_, &QSpinBox::valueChanged, this, changed);
    connect(&keepTimer_, &QTimer::timeout, this, &RelevanceDialog::keep);
    connect(&loadTimer_, &QTimer::timeout, this, &RelevanceDialog::load);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.queries && !loadTimer_.isActive())
            loadTimer_.start();
    });
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    connect(reset_, &QPushButton::clicked, this, [this] {
        Q_EMIT resetWanted(query_.id);
        accept();
    });
    connect(this, &QDialog::finished, this, [this] {
        if (keepTimer_.isActive())
            keep(); // what was changed at the last moment counts too
    });
    load();
}

void RelevanceDialog::load()
{
    const auto number = reads_.next();
    shell_.bridge.read<Learned>(
        this,
        [id = query_.id](store::Tx &tx) -> Result<Learned> {
            Learned learned;
            VIGIE_TRY(learned.state, store::Relevance(tx).state(id));
            VIGIE_TRY(const auto examples, store::Relevance(tx).examples(id));
            learned.measure = text::measureRelevance(examples, learned.state.threshold);
            return learned;
        },
        [this, number](Result<Learned> learned) {
            if (!reads_.is(number))
                return;
            if (!learned)
                return state_->setText(errorSentence(learned.error()));
            show(*learned);
        });
}

void RelevanceDialog::show(const Learned &learned)
{
    learned_ = learned;
    if (!keepTimer_.isActive()) {
        showing_ = true;
        on_->setChecked(learned.state.on);
        threshold_->setValue(static_cast<int>(std::lround(learned.state.threshold * 100)));
        showing_ = false;
    }
    state_->setText(relevanceStateWords(learned.state));
    measure_->setText(relevanceMeasureWords(learned.measure));
    reset_->setEnabled(learned.state.about + learned.state.other > 0);
}

void RelevanceDialog::keep()
{
    keepTimer_.stop();
    const bool on = on_->isChecked();
    const int percent = threshold_->value();
    if (learned_.state.on == on && std::lround(learned_.state.threshold * 100) == percent)
        return;
    learned_.state.on = on;
    learned_.state.threshold = percent / 100.0;
    Q_EMIT settingWanted(query_.id, on, percent);
}

void RelevanceDialog::retranslate()
{
    setWindowTitle(tr("About us or not: %1").arg(format::queryName(query_.name)));
    intro_->setText(tr("Press %1 on a mention that is not about it, %2 on one that is. The column learns the words, authors, networks and languages of your marks, on this "
                       "computer alone, and keeps aside what is like those that are not. Nothing is lost: %3 shows what is aside.")
                        .arg(shell_.commands.keyText(QStringLiteral("feed.notAboutUs")), shell_.commands.keyText(QStringLiteral("feed.aboutUs")),
                             shell_.commands.keyText(QStringLiteral("feed.aside"))));
    on_->setText(tr("Keep aside what is likely about something else"));
    thresholdLabel_->setText(tr("From how likely on"));
    threshold_->setAccessibleName(thresholdLabel_->text());
    threshold_->setSuffix(QString(QChar(0x00A0)) + QLatin1Char('%'));
    reset_->setText(tr("Forget all marks"));
    close_->setText(tr("Close"));
    show(Learned(learned_));
}

void RelevanceDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace vigie::ui
