// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/slip_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <vigie/app/mail.hpp>
#include <vigie/desk/inside_time.hpp>
#include <vigie/store/departments.hpp>

namespace vigie::ui {

namespace {

constexpr int kLargeText = 150; // percent

QString nameOf(const Department &department)
{
    return qs(department.name(QLocale().language() == QLocale::French ? "fr" : "en"));
}

} // namespace

SlipBox::SlipBox(Shell &shell, QWidget *parent)
    : WritingFrame(parent), shell_(shell), title_(roleLabel(QStringLiteral("strong"), {}, this)), never_(roleLabel(QStringLiteral("small"), {}, this)),
      fromLabel_(roleLabel(QStringLiteral("muted"), {}, this)), dueLabel_(roleLabel(QStringLiteral("muted"), {}, this)), service_(new QComboBox(this)),
      context_(new QComboBox(this)), due_(new QDateTimeEdit(this)), from_(new QLineEdit(this)), editor_(new QPlainTextEdit(this)), preview_(new QPlainTextEdit(this)),
      error_(new ErrorBar(this)), pass_(roleButton(QStringLiteral("primary"), this)), look_(roleButton(QStringLiteral("link"), this)),
      editServices_(roleButton(QStringLiteral("link"), this)), more_(new QToolButton(this)), ways_(new QMenu(this))
{
    build();
    connect(service_, &QComboBox::currentIndexChanged, this, &SlipBox::serviceChosen);
    // Not by the key: while completions are shown, they hand it to the field past every filter.
    connect(service_->lineEdit(), &QLineEdit::returnPressed, this, &SlipBox::chooseTyped);
    connect(context_, &QComboBox::currentIndexChanged, this, &SlipBox::askPreview);
    connect(due_, &QDateTimeEdit::dateTimeChanged, this, [this] {
        dueByHand_ = due_->hasFocus() || dueByHand_;
        askPreview();
    });
    connect(editor_, &QPlainTextEdit::textChanged, this, [this] {
        look();
        askPreview();
    });
    connect(from_, &QLineEdit::textChanged, this, &SlipBox::look);
    connect(pass_, &QPushButton::clicked, this, &SlipBox::pass);
    connect(look_, &QPushButton::clicked, this, [this] { showPreview(!preview_->isVisible()); });
    connect(editServices_, &QPushButton::clicked, this, &SlipBox::servicesRequested);
    retranslate();
}

void SlipBox::build()
{
    setProperty("role", "pane");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, kMargin, 18, kMargin);
    layout->setSpacing(6);
    auto *head = new FlowLayout(nullptr, kGap);
    head->addWidget(title_);
    head->addWidget(service_);
    head->addWidget(context_);
    head->addWidget(dueLabel_);
    head->addWidget(due_);
    layout->addLayout(head);
    auto *from = new FlowLayout(nullptr, kGap);
    from->addWidget(fromLabel_);
    from->addWidget(from_);
    from->addWidget(never_);
    layout->addLayout(from);
    layout->addWidget(error_);
    editor_->setTabChangesFocus(true);
    growWith(*editor_);
    editor_->setObjectName(QStringLiteral("slipEditor"));
    layout->addWidget(editor_, 1);
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    preview_->setMinimumHeight(120);
    preview_->hide();
    layout->addWidget(preview_, 2);
    auto *foot = new QBoxLayout(QBoxLayout::LeftToRight);
    auto *others = new FlowLayout(nullptr, kGap);
    others->addWidget(look_);
    others->addWidget(editServices_);
    auto *sending = new QHBoxLayout;
    sending->addStretch(1);
    sending->addWidget(more_, 0, Qt::AlignBottom);
    sending->addWidget(pass_, 0, Qt::AlignBottom);
    foot->addLayout(others, 1);
    foot->addLayout(sending);
    layout->addLayout(foot);
    const auto fit = [this, foot] { // large words side by side would make the whole window wider than its screen
        foot->setDirection(Theme::of(this).scaled(100) >= kLargeText ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    };
    fit();
    connect(&Theme::of(this), &Theme::changed, this, fit);
    service_->setEditable(true);
    service_->setInsertPolicy(QComboBox::NoInsert);
    service_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    service_->completer()->setFilterMode(Qt::MatchContains);
    service_->setMinimumContentsLength(16);
    due_->setCalendarPopup(true);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(ways_);
    for (auto *widget : {static_cast<QWidget *>(editor_), static_cast<QWidget *>(preview_), static_cast<QWidget *>(service_->lineEdit()), static_cast<QWidget *>(from_)})
        widget->installEventFilter(this);
}

void SlipBox::remember()
{
    if (!ticket_)
        return;
    if (editor_->toPlainText().trimmed().isEmpty())
        begun_.remove(ticket_.value);
    else
        begun_[ticket_.value] = {editor_->toPlainText(), chosen() != nullptr ? chosen()->id.value : 0};
}

void SlipBox::setTicket(TicketId ticket)
{
    if (ticket == ticket_)
        return;
    remember();
    ticket_ = ticket;
    dueByHand_ = false;
    error_->clear();
    showPreview(false);
    editor_->setPlainText(begun_.value(ticket.value).text);
}

Result<SlipBox::Loaded> SlipBox::load(store::Tx &tx)
{
    Loaded out;
    VIGIE_TRY(out.services, store::Departments(tx).all());
    for (const auto &one : out.services) {
        VIGIE_TRY(const auto due, desk::answerDue(tx, one, tx.now()));
        out.due.push_back(due.due);
    }
    VIGIE_TRY(const auto account, app::mailSettings(tx));
    out.hasAccount = account.has_value();
    VIGIE_TRY(out.sender, app::passingSender(tx));
    return out;
}

void SlipBox::start()
{
    const auto number = loads_.next();
    service_->setFocus(Qt::ShortcutFocusReason);
    shell_.bridge.read<Loaded>(this, &SlipBox::load, [this, number](Result<Loaded> result) {
        if (!loads_.is(number))
            return;
        if (!result)
            return error_->setError(result.error());
        loaded(*result);
    });
}

void SlipBox::loaded(const Loaded &fresh)
{
    known_ = fresh;
    ready_ = true;
    const auto wanted = begun_.value(ticket_.value).service;
    {
        const QSignalBlocker quiet(service_);
        service_->clear();
        for (const auto &one : known_.services)
            service_->addItem(nameOf(one), QVariant::fromValue<qlonglong>(one.id.value));
        service_->setCurrentIndex(wanted != 0 ? service_->findData(QVariant::fromValue<qlonglong>(wanted)) : known_.services.size() == 1 ? 0 : -1);
    }
    const bool sender = known_.hasAccount || !known_.sender.address.empty();
    from_->setVisible(!sender);
    fromLabel_->setVisible(!sender);
    if (known_.services.empty())
        error_->setMessage(tr("There is no service yet to pass a question to. Enter yours in the settings; some are offered to begin with."));
    else
        error_->clear();
    service_->lineEdit()->selectAll();
    serviceChosen();
    retranslate();
}

const Department *SlipBox::chosen() const
{
    const auto at = service_->currentIndex();
    return at >= 0 && at < static_cast<int>(known_.services.size()) ? &known_.services[static_cast<std::size_t>(at)] : nullptr;
}

void SlipBox::serviceChosen()
{
    if (chosen() != nullptr && !dueByHand_) {
        const QSignalBlocker quiet(due_);
        due_->setDateTime(format::local(known_.due[static_cast<std::size_t>(service_->currentIndex())], shell_.bridge.zone()));
    }
    look();
    askPreview();
}

desk::SlipRequest SlipBox::request() const
{
    desk::SlipRequest out;
    out.department = chosen() != nullptr ? chosen()->id : DepartmentId{};
    out.ticket = ticket_;
    out.question = utf8(editor_->toPlainText().trimmed());
    out.context = static_cast<desk::SlipContext>(context_->currentData().toInt());
    if (dueByHand_)
        out.dueAt = fromMicros(due_->dateTime().toMSecsSinceEpoch() * 1000);
    out.sender = shell_.bridge.person();
    return out;
}

void SlipBox::look()
{
    const bool whole = !busy_ && ticket_ && chosen() != nullptr && !editor_->toPlainText().trimmed().isEmpty();
    pass_->setEnabled(whole);
    more_->setEnabled(whole);
    dueLabel_->setVisible(chosen() != nullptr); // by when, the service says
    due_->setVisible(chosen() != nullptr);
}

void SlipBox::showPreview(bool shown)
{
    preview_->setVisible(shown);
    retranslate();
    fitHeight();
    askPreview();
}

void SlipBox::askPreview()
{
    if (!preview_->isVisible())
        return;
    const auto number = previews_.next();
    shell_.bridge.read<app::SlipPreview>(this, [request = request()](store::Tx &tx) { return app::previewSlip(tx, request); }, [this, number](Result<app::SlipPreview> slip) {
        if (!previews_.is(number))
            return;
        if (!slip)
            return preview_->setPlainText(tr("Choose a service and write the question: the mail is shown here as it will leave."));
        QStringList to;
        for (const auto &one : slip->to)
            to << (one.name.empty() ? qs(one.address) : QStringLiteral("%1 <%2>").arg(qs(one.name), qs(one.address)));
        preview_->setPlainText(tr("From: %1").arg(qs(slip->from.address)) + QLatin1Char('\n') + tr("To: %1").arg(to.join(QStringLiteral(", "))) + QLatin1Char('\n')
                               + tr("Subject: %1").arg(qs(slip->subject)) + QStringLiteral("\n\n") + qs(slip->text));
    });
}

void SlipBox::chooseTyped()
{
    const auto found = service_->findText(service_->lineEdit()->text(), Qt::MatchContains); // the first that holds what was typed
    service_->completer()->popup()->hide();
    if (found < 0)
        return;
    service_->setCurrentIndex(found);
    editor_->setFocus(Qt::OtherFocusReason);
}

bool SlipBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape) {
            remember();
            Q_EMIT left();
            return true;
        }
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            pass();
            return true;
        }
    }
    return WritingFrame::eventFilter(watched, event);
}

void SlipBox::retranslate()
{
    title_->setText(tr("Pass on to"));
    never_->setText(tr("Notes never go along."));
    service_->setAccessibleName(tr("Service"));
    service_->lineEdit()->setAccessibleName(tr("Service"));
    service_->lineEdit()->setPlaceholderText(tr("type a service"));
    const QSignalBlocker quiet(context_);
    const auto at = context_->currentIndex();
    context_->clear();
    context_->addItem(tr("with the message"), static_cast<int>(desk::SlipContext::Message));
    context_->addItem(tr("with the whole conversation"), static_cast<int>(desk::SlipContext::Thread));
    context_->addItem(tr("without the message"), static_cast<int>(desk::SlipContext::None));
    context_->setCurrentIndex(std::max(0, at));
    context_->setAccessibleName(tr("What goes along"));
    dueLabel_->setText(tr("answer before"));
    due_->setAccessibleName(tr("Answer needed before"));
    due_->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    fromLabel_->setText(tr("Your mail address"));
    from_->setAccessibleName(fromLabel_->text());
    from_->setPlaceholderText(tr("only for .eml files"));
    editor_->setPlaceholderText(tr("What the service is asked, in words it understands"));
    editor_->setAccessibleName(tr("Question to the service"));
    preview_->setAccessibleName(tr("The mail as it will leave"));
    look_->setText(preview_->isVisible() ? tr("Hide the mail") : tr("Show the mail"));
    look_->setAccessibleName(look_->text());
    editServices_->setText(tr("Services..."));
    editServices_->setAccessibleName(tr("Edit the services"));
    const auto key = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    pass_->setText((known_.hasAccount ? tr("Pass on  %1") : tr("Save as mail  %1")).arg(key));
    pass_->setAccessibleName(known_.hasAccount ? tr("Pass on by mail") : tr("Save as a mail file"));
    more_->setText(tr("Otherwise"));
    more_->setAccessibleName(tr("Pass on otherwise"));
    ways_->clear();
    connect(ways_->addAction(tr("Save as mail (.eml)...")), &QAction::triggered, this, [this] { saveAs(PassWay::File); });
    connect(ways_->addAction(tr("Save as Markdown...")), &QAction::triggered, this, [this] { saveAs(PassWay::Markdown); });
    connect(ways_->addAction(tr("Save as JSON...")), &QAction::triggered, this, [this] { saveAs(PassWay::Json); });
    connect(ways_->addAction(tr("Copy the text")), &QAction::triggered, this, [this] { passAs(PassWay::Text); });
}

} // namespace vigie::ui
