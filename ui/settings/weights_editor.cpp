// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weights_editor.hpp"

#include "ui/service/service_dialog.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>

namespace vigie::ui {

namespace {
constexpr int kSaveAfterMs = 400; // one write for a series of clicks
}

WeightsEditor::WeightsEditor(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell), reset_(roleButton({}, this))
{
    using W = desk::QueueWeights;
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kMargin);
    grid->setVerticalSpacing(kGrid);
    int at = 0;
    for (const auto field : {&W::question, &W::complaint, &W::direct, &W::review, &W::firstContact, &W::negativeTone, &W::waitingHour, &W::waitingCap, &W::exchange,
                             &W::exchangeCap, &W::relay, &W::relayCap, &W::audience, &W::serviceLate, &W::deadline, &W::deadlineHours}) {
        auto *label = roleLabel(QStringLiteral("muted"), {}, this);
        label->setWordWrap(true);
        auto *box = new QDoubleSpinBox(this);
        box->setRange(0, 1000);
        box->setDecimals(1);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            if (!showing_)
                saveTimer_.start();
        });
        grid->addWidget(label, at / 2, at % 2 * 2);
        grid->addWidget(box, at / 2, at % 2 * 2 + 1);
        rows_.push_back({field, label, box});
        ++at;
    }
    grid->addWidget(reset_, at / 2 + 1, 0, 1, 2, Qt::AlignLeft);
    promises_ = roleButton({}, this);
    grid->addWidget(promises_, at / 2 + 1, 2, 1, 2, Qt::AlignLeft);
    connect(promises_, &QPushButton::clicked, this, [this] { (new ServiceDialog(shell_, this))->open(); });
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    saveTimer_.setSingleShot(true);
    saveTimer_.setInterval(kSaveAfterMs);
    connect(&saveTimer_, &QTimer::timeout, this, &WeightsEditor::save);
    connect(reset_, &QPushButton::clicked, this, [this] {
        show({});
        save();
    });
    retranslate();
    load();
}

void WeightsEditor::load()
{
    shell_.bridge.read<desk::QueueWeights>(this, [](store::Tx &tx) { return desk::Desk(tx).weights(); },
                                           [this](Result<desk::QueueWeights> weights) {
                                               if (weights && !saveTimer_.isActive())
                                                   show(*weights);
                                           });
}

void WeightsEditor::show(const desk::QueueWeights &weights)
{
    showing_ = true;
    weights_ = weights;
    for (const auto &row : rows_)
        row.box->setValue(weights.*row.field);
    showing_ = false;
}

void WeightsEditor::save()
{
    for (const auto &row : rows_)
        weights_.*row.field = row.box->value();
    shell_.bridge.write<bool>(
        this,
        [weights = weights_](vigie::store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(desk::Desk(tx).setWeights(weights));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                shell_.toasts.showError(done.error());
        });
}

void WeightsEditor::retranslate()
{
    const QStringList words{tr("A question"), tr("A complaint"), tr("A direct message"), tr("A review"), tr("A first contact"), tr("Negative tone, at its worst"),
                            tr("Each hour of waiting"), tr("Hours of waiting that count"), tr("Each earlier exchange"), tr("Exchanges, at most"),
                            tr("Each relay"), tr("Relays, at most"), tr("Audience, for each factor of ten"),
                            tr("A service of the house that is late"), tr("A service level, when it is due"), tr("Opening hours before, from which it counts")};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i].label->setText(words[static_cast<qsizetype>(i)]);
        rows_[i].box->setAccessibleName(words[static_cast<qsizetype>(i)]);
    }
    reset_->setText(tr("Weights as delivered"));
    reset_->setAccessibleName(reset_->text());
    promises_->setText(tr("Service levels and opening hours..."));
    promises_->setAccessibleName(promises_->text());
}

void WeightsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
