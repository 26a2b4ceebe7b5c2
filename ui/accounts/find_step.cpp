// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/find_step.hpp"

#include "ui/accounts/network_list.hpp"
#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/net/http.hpp>

#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kSure = 85, kRival = 50; ///< of a certainty: nobody needs to be asked which one is meant

} // namespace

FindStep::FindStep(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), title_(roleLabel(QStringLiteral("title"), {}, this)), label_(roleLabel(QStringLiteral("muted"), {}, this)),
      help_(roleLabel(QStringLiteral("small"), {}, this)), problem_(roleLabel(QStringLiteral("neg"), {}, this)), progress_(roleLabel(QStringLiteral("muted"), {}, this)),
      listLabel_(roleLabel(QStringLiteral("muted"), {}, this)), broken_(roleLabel(QStringLiteral("warn"), {}, this)),
      privateHelp_(roleLabel(QStringLiteral("small"), {}, this)), field_(new QLineEdit(this)), look_(roleButton(QStringLiteral("primary"), this)),
      close_(roleButton({}, this)), private_(new QCheckBox(this)), list_(new NetworkList(this))
{
    for (auto *label : {title_, label_, help_, problem_, progress_, listLabel_, broken_, privateHelp_})
        label->setWordWrap(true);
    broken_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label_->setBuddy(field_);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(look_);
    buttons->addWidget(close_);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kGap);
    for (auto *widget : std::initializer_list<QWidget *>{title_, label_, field_, problem_, help_})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    for (auto *widget : std::initializer_list<QWidget *>{progress_, private_, privateHelp_, listLabel_})
        layout->addWidget(widget);
    layout->addWidget(list_, 1);
    layout->addWidget(broken_);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::returnPressed, this, &FindStep::lookUp);
    connect(field_, &QLineEdit::textEdited, this, [this](const QString &text) {
        stop();
        tell({});
        found_ = false;
        retranslate();
        list_->narrow(text);
    });
    connect(look_, &QPushButton::clicked, this, &FindStep::lookUp);
    connect(close_, &QPushButton::clicked, this, [this] {
        if (!stop())
            Q_EMIT cancelled();
    });
    connect(list_, &NetworkList::candidateChosen, this, &FindStep::candidateChosen);
    connect(list_, &NetworkList::networkChosen, this, &FindStep::networkChosen);
    shell_.bridge.whenOpen(this, [this] { fillNetworks(); });
    connect(&shell_.bridge, &Bridge::closed, this, [this] { list_->setNetworks(nullptr); });
    connect(&shell_.bridge, &Bridge::opened, this, &FindStep::fillNetworks);
    retranslate();
    setBusy(false);
    tell({});
}

FindStep::~FindStep()
{
    stop_.request_stop();
}

void FindStep::fillNetworks()
{
    const auto *workspace = shell_.bridge.workspace();
    list_->setNetworks(workspace != nullptr ? &workspace->catalogue() : nullptr);
    retranslate();
}

void FindStep::begin()
{
    stop();
    field_->clear();
    private_->setChecked(false);
    found_ = false;
    tell({});
    list_->narrow({});
    retranslate();
    field_->setFocus();
}

void FindStep::resume()
{
    if (found_)
        list_->setFocus();
    else
        field_->setFocus();
}

bool FindStep::stop()
{
    const bool was = busy_;
    stop_.request_stop();
    generation_.next();
    setBusy(false);
    return was;
}

QString FindStep::problem() const
{
    return problem_->text();
}

QString FindStep::typed() const
{
    return field_->text().trimmed();
}

bool FindStep::allowPrivate() const
{
    return private_->isChecked();
}

void FindStep::lookUp()
{
    stop();
    tell({});
    if (typed().isEmpty())
        return tell(tr("Type an address or a handle, or choose a network below."));
    auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr)
        return;
    stop_ = {};
    setBusy(true);
    app::DiscoverOptions options;
    options.allowPrivate = allowPrivate();
    workspace->discover(utf8(typed()), options, stop_.get_token(), shell_.bridge.executor(),
                        shell_.bridge.guarded<Result<app::Discovery>>(this, [this, number = generation_.next()](Result<app::Discovery> discovery) {
                            if (generation_.is(number))
                                show(std::move(discovery));
                        }));
}

void FindStep::show(Result<app::Discovery> discovery)
{
    setBusy(false);
    if (!discovery) {
        if (discovery.error().code == Errc::InvalidInput)
            tell(tr("This cannot be an address: a name or a password stands before the host. Nothing was asked."));
        else if (discovery.error().code != Errc::Cancelled)
            tell(errorSentence(discovery.error()));
        return;
    }
    const auto &trouble = discovery->trouble;
    const bool refused = trouble && trouble->code == Errc::PolicyRefused;
    if (refused) {
        tell(tr("This server is in a private network, so it was not asked. If it is yours, tick \"%1\" and try again.").arg(private_->text()));
        private_->setFocus();
        return;
    }
    auto found = std::move(discovery->candidates);
    found_ = !found.empty();
    if (found.empty()) {
        tell(trouble ? errorSentence(*trouble) : tr("Nobody there is of a network that Vigie speaks. Check the address, or choose the network below."));
        retranslate();
        return;
    }
    const bool clear = found.front().certainty >= kSure && (found.size() == 1 || found[1].certainty < kRival);
    if (!clear && trouble)
        tell(errorSentence(*trouble));
    list_->setFound(found);
    retranslate();
    list_->setCurrentRow(0);
    list_->setFocus();
    if (clear)
        Q_EMIT candidateChosen(found.front());
}

void FindStep::tell(const QString &sentence)
{
    problem_->setText(sentence);
    problem_->setVisible(!sentence.isEmpty());
    field_->setProperty("invalid", !sentence.isEmpty());
    field_->style()->unpolish(field_);
    field_->style()->polish(field_);
    field_->setAccessibleDescription(sentence.isEmpty() ? help_->text() : sentence);
}

void FindStep::setBusy(bool busy)
{
    busy_ = busy;
    progress_->setVisible(busy);
    look_->setEnabled(!busy);
    private_->setEnabled(!busy);
    close_->setText(busy ? tr("Stop") : tr("Close"));
    close_->setAccessibleName(close_->text());
}

QString FindStep::brokenWords() const
{
    const auto *workspace = shell_.bridge.workspace();
    if (workspace == nullptr || workspace->catalogue().broken().empty())
        return {};
    QStringList lines{tr("Files of yours that should be networks and cannot be used:")};
    for (const auto &recipe : workspace->catalogue().broken()) {
        const auto place = recipe.place.empty() ? tr("line %1").arg(recipe.line) : tr("%1, line %2").arg(qs(recipe.place)).arg(recipe.line);
        lines << (recipe.line > 0 ? tr("%1: %2 (%3)").arg(QFileInfo(qs(recipe.path)).fileName(), qs(recipe.message), place)
                                  : tr("%1: %2").arg(QFileInfo(qs(recipe.path)).fileName(), qs(recipe.message)));
    }
    return lines.join(QLatin1Char('\n'));
}

/// From the field, the arrow goes into the list.
bool FindStep::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == field_ && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && list_->count() > 0) {
        list_->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindStep::retranslate()
{
    title_->setText(tr("Connect an account"));
    label_->setText(tr("Address or handle"));
    field_->setAccessibleName(label_->text());
    field_->setPlaceholderText(QStringLiteral("@maison@social.example"));
    help_->setText(tr("Of your account, your site, your server, a feed, a page with reviews: Vigie finds out what it is."));
    look_->setText(tr("Look it up"));
    look_->setAccessibleName(look_->text());
    progress_->setText(tr("Asking who lives at this address..."));
    private_->setText(tr("This server is in my own network"));
    private_->setAccessibleName(private_->text());
    privateHelp_->setText(tr("For a server of your house or company, with an address that the internet cannot reach. "
                             "Left unticked, Vigie refuses such addresses, so that nobody can make it knock on doors behind your router."));
    private_->setAccessibleDescription(privateHelp_->text());
    listLabel_->setText(found_ ? tr("This is what was found, then every network") : tr("Or choose a network"));
    broken_->setText(brokenWords());
    broken_->setVisible(!broken_->text().isEmpty());
    close_->setText(busy_ ? tr("Stop") : tr("Close"));
    close_->setAccessibleName(close_->text());
}

void FindStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
