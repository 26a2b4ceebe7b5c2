// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/variant_row.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/calendar/finding_text.hpp"
#include "ui/calendar/post.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/text/length.hpp>

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

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

VariantRow::VariantRow(Bridge &bridge, const Account &account, QWidget *parent)
    : QFrame(parent), bridge_(bridge), account_(account), choose_(new QCheckBox(this)), own_(new QCheckBox(this)), handle_(new ElidedLabel(this)),
      counter_(roleLabel(QStringLiteral("small"), {}, this)), follows_(roleLabel(QStringLiteral("small"), {}, this)),
      found_(wrapped(QStringLiteral("warn"), this)), state_(roleLabel(QStringLiteral("small"), {}, this)), error_(wrapped(QStringLiteral("neg"), this)),
      text_(new QPlainTextEdit(this)), open_(roleButton(QStringLiteral("link"), this)), retry_(roleButton({}, this)), check_(roleButton({}, this)),
      cancel_(roleButton({}, this))
{
    setProperty("role", "card");
    build();
    connect(choose_, &QCheckBox::toggled, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(own_, &QCheckBox::toggled, this, [this](bool on) {
        if (on && text_->toPlainText().isEmpty()) {
            const QSignalBlocker quiet(text_);
            text_->setPlainText(base_); // what is written for one network starts from what is written for all
        }
        refresh();
        if (on)
            text_->setFocus();
        Q_EMIT edited();
    });
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        count();
        Q_EMIT edited();
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
    auto *second = new QHBoxLayout;
    second->addWidget(follows_);
    second->addWidget(state_);
    second->addStretch(1);
    second->addWidget(own_);
    layout->addLayout(second);
    text_->setTabChangesFocus(true);
    text_->setProperty("role", "field");
    text_->setFixedHeight(Theme::of(this).scaled(kTextLines * 18 + 14));
    layout->addWidget(text_);
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
    const QSignalBlocker quietChoose(choose_), quietOwn(own_), quietText(text_);
    readOnly_ = readOnly;
    choose_->setChecked(variant != nullptr);
    own_->setChecked(variant != nullptr && variant->overridden);
    text_->setPlainText(variant != nullptr ? qs(variant->text) : QString());
    findings_.clear();
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
QString VariantRow::ownText() const { return text_->toPlainText(); }
QString VariantRow::stateText() const { return state_->text(); }
QString VariantRow::errorText() const { return error_->text(); }
QString VariantRow::findingsText() const { return found_->text(); }
QString VariantRow::counterText() const { return counter_->text(); }

void VariantRow::setBase(const QString &text, const QString &warning)
{
    base_ = text;
    warning_ = warning;
    count();
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
    say(found_, chosen() ? sentences.join(QLatin1Char('\n')) : QString());
}

void VariantRow::count()
{
    const auto profile = plan::lengthProfile(bridge_.networks(), account_);
    const auto parts = plan::threadParts(utf8(overridden() ? ownText() : base_));
    text::Length worst;
    int over = 0;
    for (const auto &part : parts) {
        auto length = text::measure(part, profile, utf8(warning_));
        over += length.fits() ? 0 : 1;
        // Parts may be counted in different units: the worst is the one that is nearest to its end.
        if (static_cast<qint64>(length.used) * std::max(worst.limit, 1) >= static_cast<qint64>(worst.used) * std::max(length.limit, 1))
            worst = std::move(length);
    }
    const auto used = worst.limit > 0 ? tr("%1 / %2", "characters used and allowed").arg(format::number(worst.used), format::number(worst.limit))
                                      : format::number(worst.used);
    counter_->setText(parts.size() > 1 ? tr("%1, thread of %n", "longest part", static_cast<int>(parts.size())).arg(used) : used);
    setRole(counter_, over > 0 ? QStringLiteral("neg") : QStringLiteral("small"));
    QStringList why;
    for (const auto &part : worst.parts) {
        const auto number = format::number(part.used);
        switch (part.why) {
        case text::LengthPart::Why::Text: why.append(tr("words: %1").arg(number)); break;
        case text::LengthPart::Why::Link: why.append(tr("a link: %1").arg(number)); break;
        case text::LengthPart::Why::Mention: why.append(tr("a name: %1").arg(number)); break;
        case text::LengthPart::Why::Warning: why.append(tr("content warning: %1").arg(number)); break;
        }
    }
    const bool bytes = worst.unit == text::LengthRule::Bytes;
    if (bytes)
        why.append(tr("Counted in bytes: accents and emoji take several."));
    counter_->setToolTip(why.join(QLatin1Char('\n')));
    if (bytes && worst.limit > 0)
        return counter_->setAccessibleName(tr("%1 of %2 bytes").arg(worst.used).arg(worst.limit));
    counter_->setAccessibleName(worst.limit > 0 ? tr("%1 of %2 characters").arg(worst.used).arg(worst.limit) : tr("%n character(s)", nullptr, worst.used));
}

void VariantRow::refresh()
{
    const bool on = chosen();
    choose_->setEnabled(!readOnly_);
    own_->setVisible(on && !readOnly_);
    counter_->setVisible(on);
    text_->setVisible(on && overridden());
    text_->setReadOnly(readOnly_);
    follows_->setVisible(on);
    follows_->setText(overridden() ? tr("own text") : tr("follows the base"));
    if (!on)
        say(found_, {});
    count();
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
    say(error_, settled && variant_.error && variant_.state != OutboundState::Sent ? errorSentence(*variant_.error) : QString());
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
    text_->setAccessibleName(tr("Text for %1").arg(network));
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
