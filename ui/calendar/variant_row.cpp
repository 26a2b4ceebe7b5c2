// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/variant_row.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/calendar/finding_text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/calendar/post_writing.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kTextLines = 4;

QLabel *wrapped(const QString &role, QWidget *parent)
{
    auto *label = roleLabel(role, {}, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

VariantRow::VariantRow(Bridge &bridge, std::shared_ptr<text::Speller> speller, const Account &account, QWidget *parent)
    : QFrame(parent), bridge_(bridge), account_(account), speller_(std::move(speller)), choose_(new QCheckBox(this)), own_(new QCheckBox(this)),
      handle_(new ElidedLabel(this)), follows_(roleLabel(QStringLiteral("small"), {}, this)), found_(wrapped(QStringLiteral("warn"), this)),
      state_(roleLabel(QStringLiteral("small"), {}, this)), error_(wrapped(QStringLiteral("neg"), this)), changed_(wrapped(QStringLiteral("warn"), this)),
      difference_(new QLabel(this)), counter_(roleButton(QStringLiteral("link"), this)), back_(roleButton(QStringLiteral("link"), this)),
      split_(roleButton(QStringLiteral("link"), this)), showChange_(roleButton(QStringLiteral("link"), this)), keepMine_(roleButton(QStringLiteral("link"), this)),
      open_(roleButton(QStringLiteral("link"), this)), retry_(roleButton({}, this)), check_(roleButton({}, this)), cancel_(roleButton({}, this))
{
    setProperty("role", "card");
    makeWriting();
    build();
    connect(choose_, &QCheckBox::toggled, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(own_, &QCheckBox::toggled, this, [this](bool on) {
        if (on && ownText().isEmpty()) {
            const QSignalBlocker quiet(writing_->field());
            writing_->field()->setPlainText(base_); // what is written for one network starts from what is written for all
        }
        if (on)
            begunFrom_ = utf8(base_);
        refresh();
        if (on)
            writing_->field()->setFocus();
        Q_EMIT edited();
    });
    connect(counter_, &QPushButton::clicked, this, &VariantRow::explain);
    connect(back_, &QPushButton::clicked, this, &VariantRow::backToBase);
    connect(split_, &QPushButton::clicked, this, &VariantRow::partIntoThread);
    connect(showChange_, &QPushButton::clicked, this, [this] {
        showsDifference_ = !showsDifference_;
        showChanged();
    });
    connect(keepMine_, &QPushButton::clicked, this, [this] {
        begunFrom_ = utf8(base_);
        showChanged();
        Q_EMIT baseSeen(account_.id);
    });
    connect(open_, &QPushButton::clicked, this, [this] {
        const QUrl url(qs(variant_.permalink));
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            QDesktopServices::openUrl(url);
    });
    connect(retry_, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(variant_.outbound); });
    connect(check_, &QPushButton::clicked, this, [this] { Q_EMIT checkWanted(variant_.outbound); });
    connect(cancel_, &QPushButton::clicked, this, [this] { Q_EMIT cancelWanted(variant_.outbound); });
    retranslate();
}

void VariantRow::makeWriting()
{
    writing_ = new PostWriting(bridge_, speller_, kTextLines, this);
    connect(writing_->field(), &QPlainTextEdit::textChanged, this, [this] {
        count();
        Q_EMIT edited();
    });
    connect(writing_->field(), &PostText::filesGiven, this, &VariantRow::picturesGiven);
    connect(writing_->field(), &PostText::pictureGiven, this, &VariantRow::pictureGiven);
}

void VariantRow::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, kGap, 10, kGap);
    layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    head->addWidget(choose_);
    handle_->setProperty("role", "small");
    handle_->setTextFormat(Qt::PlainText);
    head->addWidget(handle_, 1);
    head->addWidget(counter_);
    layout->addLayout(head);
    auto *second = new FlowLayout(nullptr, kGap);
    for (QWidget *widget : {static_cast<QWidget *>(follows_), static_cast<QWidget *>(state_), static_cast<QWidget *>(own_), static_cast<QWidget *>(back_), static_cast<QWidget *>(split_)})
        second->addWidget(widget);
    layout->addLayout(second);
    layout->addWidget(changed_);
    auto *change = new FlowLayout(nullptr, kGap);
    change->addWidget(showChange_);
    change->addWidget(keepMine_);
    layout->addLayout(change);
    difference_->setWordWrap(true);
    difference_->setTextFormat(Qt::RichText); // made by differenceMarkup, which escapes every letter
    difference_->hide();
    layout->addWidget(difference_);
    layout->addWidget(writing_);
    layout->addWidget(found_);
    layout->addWidget(error_);
    auto *actions = new QHBoxLayout;
    for (auto *button : {open_, retry_, check_, cancel_}) {
        actions->addWidget(button);
        button->hide();
    }
    actions->addStretch(1);
    layout->addLayout(actions);
}

void VariantRow::setAccount(const Account &account)
{
    account_ = account;
    retranslate();
}

void VariantRow::setVariant(const PlanVariant *variant, bool readOnly)
{
    const QSignalBlocker quietChoose(choose_), quietOwn(own_), quietText(writing_->field());
    readOnly_ = readOnly;
    choose_->setChecked(variant != nullptr);
    own_->setChecked(variant != nullptr && variant->overridden);
    writing_->field()->setPlainText(variant != nullptr ? qs(variant->text) : QString());
    findings_.clear();
    begunFrom_.reset();
    showsDifference_ = false;
    leaving_ = utf8(overridden() ? ownText() : base_);
    setOutcome(variant);
    refresh();
}

void VariantRow::setOutcome(const PlanVariant *variant)
{
    there_ = variant != nullptr;
    variant_ = there_ ? *variant : PlanVariant{};
    showOutcome();
}

bool VariantRow::chosen() const { return choose_->isChecked(); }
bool VariantRow::overridden() const { return own_->isChecked(); }
QString VariantRow::ownText() const { return writing_->field()->toPlainText(); }
QString VariantRow::stateText() const { return state_->text(); }
QString VariantRow::errorText() const { return error_->text(); }
QString VariantRow::findingsText() const { return found_->text(); }
QString VariantRow::counterText() const { return counter_->text(); }

void VariantRow::setBase(const QString &text, const QString &warning)
{
    const bool moved = base_ != text;
    base_ = text;
    warning_ = warning;
    count();
    if (moved)
        showChanged();
}

void VariantRow::setFindings(const std::vector<plan::Finding> &findings)
{
    findings_ = findings;
    QStringList sentences;
    bool blocking = false;
    for (const auto &finding : findings_) {
        sentences.append(findingText(finding, bridge_.networkName(account_.connector)));
        blocking = blocking || finding.blocking;
    }
    sentences.removeDuplicates();
    setRole(found_, blocking ? QStringLiteral("neg") : QStringLiteral("warn"));
    showText(found_, chosen() ? sentences.join(QLatin1Char('\n')) : QString());
}

void VariantRow::refresh()
{
    const bool on = chosen();
    choose_->setEnabled(!readOnly_);
    own_->setVisible(on && !readOnly_ && !overridden());
    back_->setVisible(on && !readOnly_ && overridden());
    counter_->setVisible(on);
    writing_->setVisible(on && overridden());
    writing_->field()->setReadOnly(readOnly_);
    follows_->setVisible(on);
    follows_->setText(overridden() ? tr("own text") : tr("follows the base"));
    setRole(follows_, overridden() ? QStringLiteral("chipaccent") : QStringLiteral("small"));
    if (!on)
        showText(found_, {});
    count();
    showChanged();
    showOutcome();
}

void VariantRow::showOutcome()
{
    const auto state = calendar::stateOf(variant_.state);
    const bool settled = there_ && chosen() && variant_.state != OutboundState::Draft;
    state_->setVisible(settled);
    state_->setText(calendar::stateWord(state));
    setRole(state_, state == calendar::PostState::Unknown                                                    ? QStringLiteral("warn")
                    : state == calendar::PostState::Failed || state == calendar::PostState::Missed ? QStringLiteral("neg")
                    : state == calendar::PostState::Sent                                             ? QStringLiteral("pos")
                                                                                                     : QStringLiteral("muted"));
    showText(error_, settled && variant_.error && variant_.state != OutboundState::Sent ? errorSentence(*variant_.error) : QString());
    open_->setVisible(settled && !variant_.permalink.empty());
    retry_->setVisible(settled && (variant_.state == OutboundState::Failed || variant_.state == OutboundState::Missed));
    check_->setVisible(settled && variant_.state == OutboundState::Unknown);
    cancel_->setVisible(settled
                        && (variant_.state == OutboundState::Planned || variant_.state == OutboundState::Failed || variant_.state == OutboundState::Missed));
    retry_->setText(variant_.state == OutboundState::Missed ? tr("Publish now") : tr("Try again"));
}

void VariantRow::retranslate()
{
    const auto network = bridge_.networkName(account_.connector);
    const auto handle = qs(account_.handle);
    choose_->setText(QString(network).replace(QLatin1Char('&'), QLatin1String("&&")));
    handle_->setText(handle);
    choose_->setToolTip(handle.toHtmlEscaped());
    choose_->setAccessibleName(tr("Publish on %1 as %2").arg(network, handle));
    own_->setText(tr("Own text"));
    own_->setAccessibleName(tr("Own text for %1").arg(network));
    writing_->field()->setAccessibleName(tr("Text for %1").arg(network));
    back_->setText(tr("Back to the base text"));
    back_->setAccessibleName(tr("Back to the base text on %1").arg(network));
    split_->setText(tr("Part into a thread"));
    split_->setAccessibleName(tr("Part into a thread on %1").arg(network));
    keepMine_->setText(tr("Keep this text"));
    keepMine_->setAccessibleName(tr("Keep this text for %1").arg(network));
    showChange_->setAccessibleName(tr("What changed in the base since the text for %1 began").arg(network));
    open_->setText(tr("Open on %1").arg(network));
    check_->setText(tr("Check now"));
    cancel_->setText(tr("Cancel sending"));
    refresh();
    setFindings(std::vector<plan::Finding>(findings_));
}

void VariantRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
