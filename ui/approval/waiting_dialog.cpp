// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/waiting_dialog.hpp"

#include "ui/approval/approval_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/row_table.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/approval_desk.hpp>
#include <vigie/store/approvals.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QShortcut>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kWidth = 860, kHeight = 560, kLongestCell = 160;
constexpr qint64 kMostBytes = 8LL << 20;
enum Column { Hour, Text, Asker, Standing, kColumns };

/// What a reader who agreed before has to read again.
Result<QString> sinceAgreed(store::Tx &tx, const PlanItem &plan)
{
    VIGIE_TRY(const auto lines, store::Approvals(tx).lines(plan.id));
    VIGIE_TRY(const auto versions, store::Approvals(tx).versions(plan.id));
    const auto agreed = std::find_if(lines.rbegin(), lines.rend(), [](const ApprovalLine &line) { return line.act == ApprovalAct::Approved; });
    if (agreed == lines.rend())
        return QString();
    const auto version = std::find_if(versions.begin(), versions.end(), [&](const PostVersion &one) { return one.hash == agreed->hash; });
    if (version == versions.end() || version->hash == plan::contentHash(plan))
        return QString();
    VIGIE_TRY(const auto before, plan::contentOf(*version));
    return changesHtml(plan::versionChanges(before, plan), {});
}

} // namespace

WaitingDialog::WaitingDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), steps_(new QComboBox(this)), table_(new QTableWidget(this)), text_(new QTextBrowser(this)), words_(new QLineEdit(this)),
      error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Waits for agreement"));
    build();
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings || !change.plans.empty())
            ask();
    });
    resize(Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight));
    table_->setFocus();
    ask();
}

void WaitingDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *rule = new QHBoxLayout;
    auto *label = roleLabel(QStringLiteral("muted"), tr("Before a post is published,"), this);
    label->setBuddy(steps_);
    steps_->addItems({tr("nobody needs to agree"), tr("one person must agree"), tr("two people must agree")});
    steps_->setAccessibleName(tr("How many people must agree before a post is published"));
    rule->addWidget(label);
    rule->addWidget(steps_);
    rule->addStretch(1);
    layout->addLayout(rule);
    layout->addWidget(error_);
    table_->setColumnCount(kColumns);
    table_->setHorizontalHeaderLabels({tr("Hour"), tr("Post"), tr("Asked by"), tr("Agreement")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    showAsRows(*table_, Text);
    table_->setAccessibleName(windowTitle());
    layout->addWidget(table_, 2);
    text_->setOpenLinks(false);
    text_->setAccessibleName(tr("Words of the post"));
    layout->addWidget(text_, 2);
    words_->setPlaceholderText(tr("What is to be changed"));
    words_->setAccessibleName(words_->placeholderText());
    layout->addWidget(words_);
    buildButtons();
    connect(table_, &QTableWidget::itemSelectionChanged, this, &WaitingDialog::follow);
    connect(words_, &QLineEdit::textChanged, this, &WaitingDialog::follow);
    connect(steps_, &QComboBox::activated, this, [this](int steps) {
        perform([steps](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Approvals(tx).setSteps(steps));
            return true;
        });
    });
}

void WaitingDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    agree_ = buttons->addButton(tr("Agree"), QDialogButtonBox::ActionRole);
    change_ = buttons->addButton(tr("Ask for a change"), QDialogButtonBox::ActionRole);
    open_ = buttons->addButton(tr("Show in the calendar"), QDialogButtonBox::ActionRole);
    take_ = buttons->addButton(tr("Take in an answer..."), QDialogButtonBox::ActionRole);
    for (auto *button : {agree_, change_, open_, take_})
        button->setAutoDefault(false);
    agree_->setToolTip(tr("To exactly these words (A)"));
    take_->setToolTip(tr("Of somebody without Vigie: a mail saved as a file, or a text with its code"));
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(agree_, &QPushButton::clicked, this, &WaitingDialog::agree);
    connect(change_, &QPushButton::clicked, this, &WaitingDialog::askForChange);
    connect(open_, &QPushButton::clicked, this, [this] {
        if (const auto *post = chosen())
            Q_EMIT shell_.openPlan(post->plan.id);
    });
    connect(take_, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Take in an answer"), {}, tr("Mails and texts") + QStringLiteral(" (*.eml *.txt);;") + tr("All files") + QStringLiteral(" (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &WaitingDialog::takeIn);
        dialog->open();
    });
    auto *key = new QShortcut(Qt::Key_A, table_);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &WaitingDialog::agree);
}

void WaitingDialog::ask()
{
    shell_.bridge.read<Seen>(
        this,
        [person = shell_.bridge.person()](store::Tx &tx) -> Result<Seen> {
            Seen seen;
            VIGIE_TRY(seen.posts, plan::waitingPosts(tx, person));
            std::stable_partition(seen.posts.begin(), seen.posts.end(), [](const plan::WaitingPost &one) { return one.forMe; });
            for (const auto &post : seen.posts) {
                VIGIE_TRY(auto since, sinceAgreed(tx, post.plan));
                seen.since.push_back(std::move(since));
            }
            VIGIE_TRY(seen.steps, store::Approvals(tx).steps());
            return seen;
        },
        [this](Result<Seen> seen) {
            if (!seen)
                return error_->setError(seen.error());
            show(std::move(*seen));
        });
}

void WaitingDialog::show(Seen seen)
{
    const int before = table_->currentRow();
    seen_ = std::move(seen);
    steps_->setCurrentIndex(seen_.steps);
    table_->setRowCount(static_cast<int>(seen_.posts.size()));
    for (int row = 0; row < static_cast<int>(seen_.posts.size()); ++row) {
        const auto &post = seen_.posts[static_cast<std::size_t>(row)];
        const QString cells[] = {format::dateTime(post.plan.due, shell_.bridge.zone()), qs(post.plan.text).simplified().left(kLongestCell), qs(post.standing.asker),
                                 post.forMe ? tr("waits for you") : approvalSentence(post.standing, true)};
        for (int column = 0; column < kColumns; ++column)
            table_->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    if (!seen_.posts.empty() && shell_.bridge.person().empty())
        error_->setMessage(tr("Enter your name in the settings: an agreement says who gave it."));
    if (!seen_.posts.empty())
        table_->selectRow(std::clamp(before, 0, static_cast<int>(seen_.posts.size()) - 1));
    follow();
}

const plan::WaitingPost *WaitingDialog::chosen() const
{
    const auto rows = table_->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.first().row();
    return row >= 0 && row < static_cast<int>(seen_.posts.size()) ? &seen_.posts[static_cast<std::size_t>(row)] : nullptr;
}

void WaitingDialog::follow()
{
    const auto *post = chosen();
    QString html;
    if (post != nullptr) {
        html = QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(qs(post->plan.text).toHtmlEscaped());
        for (const auto &variant : post->plan.variants)
            if (variant.overridden)
                html += QStringLiteral("<hr><p style=\"white-space:pre-wrap\">%1</p>").arg(qs(variant.text).toHtmlEscaped());
        if (!post->plan.firstComment.empty())
            html += QStringLiteral("<h4>%1</h4><p style=\"white-space:pre-wrap\">%2</p>").arg(tr("First comment").toHtmlEscaped(), qs(post->plan.firstComment).toHtmlEscaped());
        const auto &since = seen_.since[static_cast<std::size_t>(post - seen_.posts.data())];
        if (!since.isEmpty())
            html += QStringLiteral("<h3>%1</h3>").arg(tr("Changed since it was last agreed to").toHtmlEscaped()) + since;
    } else {
        html = QStringLiteral("<p>%1</p>").arg((seen_.steps == 0 ? tr("Nothing waits: nobody needs to agree.") : tr("Nothing waits for agreement.")).toHtmlEscaped());
    }
    text_->setHtml(html);
    agree_->setEnabled(post != nullptr && post->forMe);
    change_->setEnabled(post != nullptr && !words_->text().trimmed().isEmpty());
    open_->setEnabled(post != nullptr);
}

void WaitingDialog::perform(std::function<Result<bool>(store::Tx &)> job)
{
    error_->clear();
    shell_.bridge.write<bool>(this, std::move(job), [this](Result<bool> done) {
        if (!done && done.error().code == Errc::Conflict)
            error_->setMessage(tr("The post was changed meanwhile, so nothing was agreed to. Read it again."));
        else if (!done)
            error_->setError(done.error());
        else
            words_->clear();
        ask();
    });
}

void WaitingDialog::agree()
{
    const auto *post = chosen();
    if (post == nullptr || !agree_->isEnabled())
        return;
    perform([id = post->plan.id, said = plan::ApprovalWords{shell_.bridge.person(), plan::contentHash(post->plan), {}, {}}](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::approvePost(tx, id, said));
        return true;
    });
}

void WaitingDialog::askForChange()
{
    const auto *post = chosen();
    if (post == nullptr)
        return;
    perform([id = post->plan.id, said = plan::ApprovalWords{shell_.bridge.person(), plan::contentHash(post->plan), utf8(words_->text().trimmed()), {}},
             &networks = shell_.bridge.networks()](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::refusePost(tx, networks, id, said));
        return true;
    });
}

void WaitingDialog::takeIn(const QString &path)
{
    shell_.bridge.work<std::string>(
        this,
        [path]() -> Result<std::string> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
                return fail(Errc::InvalidInput, utf8(file.errorString()));
            return file.readAll().toStdString();
        },
        [this](Result<std::string> bytes) {
            if (!bytes)
                return error_->setError(bytes.error());
            shell_.bridge.write<app::ApprovalAnswer>(
                this, [bytes = *bytes, &networks = shell_.bridge.networks()](store::Tx &tx) { return app::takeApprovalFile(tx, networks, bytes); },
                [this](Result<app::ApprovalAnswer> answer) {
                    if (!answer && answer.error().code == Errc::Conflict)
                        error_->setMessage(tr("This answer is about words that were changed since, so it counts for nothing. Ask again."));
                    else if (!answer && answer.error().code == Errc::NotFound)
                        error_->setMessage(tr("The code in this answer belongs to no post of this workspace. Nothing was changed."));
                    else if (!answer)
                        error_->setError(answer.error());
                    else
                        shell_.toasts.show(answer->agreed ? tr("%1 agrees.").arg(qs(answer->request.reviewer)) : tr("%1 asks for a change; the post is a draft again.").arg(qs(answer->request.reviewer)));
                    ask();
                });
        });
}

} // namespace vigie::ui
