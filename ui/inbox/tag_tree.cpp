// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/tag_tree.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/choice_popup.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/tickets.hpp>

#include <QColorDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_map>

namespace vigie::ui {

namespace {

constexpr int kWidth = 620, kHeight = 480, kSwatch = 22;

/// Colour and mark together: neither alone has to be told.
QIcon swatch(const store::TagNode &node, const QFont &font)
{
    QPixmap picture(kSwatch * 2, kSwatch * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour(qs(node.tag.colour));
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRectF(0, 0, kSwatch, kSwatch), 5, 5);
    painter.setFont(font);
    painter.setPen(colour.lightnessF() > 0.55F ? Qt::black : Qt::white);
    painter.drawText(QRectF(0, 0, kSwatch, kSwatch), Qt::AlignCenter, qs(store::shownMark(node)));
    return QIcon(picture);
}

} // namespace

TagTree::TagTree(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), tree_(new QTreeWidget(this)), name_(new QLineEdit(this)), mark_(new QLineEdit(this)), add_(roleButton({}, this)),
      colour_(roleButton({}, this)), merge_(roleButton({}, this)), under_(roleButton({}, this)), remove_(roleButton(QStringLiteral("danger"), this)),
      popup_(new ChoicePopup(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags"));
    build();
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this] { onChoice(); });
    connect(name_, &QLineEdit::editingFinished, this, &TagTree::rename);
    connect(mark_, &QLineEdit::editingFinished, this, [this] {
        if (current() != nullptr)
            showAs(qs(current()->tag.colour));
    });
    connect(add_, &QPushButton::clicked, this, &TagTree::add);
    connect(colour_, &QPushButton::clicked, this, &TagTree::askColour);
    connect(merge_, &QPushButton::clicked, this, &TagTree::askMerge);
    connect(under_, &QPushButton::clicked, this, &TagTree::askParent);
    connect(remove_, &QPushButton::clicked, this, &TagTree::remove);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.tags)
            refresh();
    });
    refresh();
    tree_->setFocus();
}

void TagTree::build()
{
    const auto &theme = Theme::of(this);
    resize(sizeInRoom(*this, {theme.scaled(kWidth), theme.scaled(kHeight)}));
    tree_->setColumnCount(2);
    tree_->setHeaderLabels({tr("Tag"), tr("Mentions")});
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setStretchLastSection(false);
    tree_->setAccessibleName(tr("Tags"));
    name_->setAccessibleName(tr("Name"));
    mark_->setAccessibleName(tr("Mark"));
    mark_->setMaxLength(8); // letters of some scripts are made of several signs
    mark_->setPlaceholderText(tr("one or two letters or a sign"));
    add_->setText(tr("New tag..."));
    colour_->setText(tr("Colour..."));
    merge_->setText(tr("Merge into..."));
    under_->setText(tr("Put under..."));
    remove_->setText(tr("Remove"));
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Mark"), mark_);
    auto *side = new QVBoxLayout;
    side->addLayout(form);
    side->addWidget(wrappedLabel(QStringLiteral("muted"), tr("The mark says the tag to those who do not tell its colour."), this));
    for (auto *button : {colour_, under_, merge_, remove_}) {
        button->setAutoDefault(false);
        side->addWidget(button);
    }
    side->addStretch(1);
    add_->setAutoDefault(false);
    side->addWidget(add_);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(tree_, 3);
    layout->addLayout(side, 2);
}

void TagTree::refresh()
{
    shell_.bridge.read<std::vector<store::TagNode>>(this, [](store::Tx &tx) { return store::Tags(tx).tree(); },
                                                    [this](Result<std::vector<store::TagNode>> nodes) {
                                                        if (nodes)
                                                            fill(*nodes);
                                                        else
                                                            shell_.toasts.showError(nodes.error());
                                                    });
}

void TagTree::fill(const std::vector<store::TagNode> &nodes)
{
    if (!wanted_ && current() != nullptr)
        wanted_ = current()->tag.id;
    const QSignalBlocker quiet(tree_);
    nodes_ = nodes;
    tree_->clear();
    std::unordered_map<std::int64_t, QTreeWidgetItem *> made;
    QTreeWidgetItem *chosen = nullptr;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const auto &node = nodes_[i];
        const auto above = made.find(node.parent.value);
        auto *item = above == made.end() ? new QTreeWidgetItem(tree_) : new QTreeWidgetItem(above->second);
        item->setText(0, qs(node.tag.name));
        item->setText(1, format::number(static_cast<int>(node.items)));
        item->setIcon(0, swatch(node, font()));
        item->setData(0, Qt::UserRole, static_cast<int>(i));
        item->setData(0, Qt::AccessibleTextRole, tr("%1, mark %2, %3 mention(s)").arg(qs(node.tag.name), qs(store::shownMark(node)), format::number(static_cast<int>(node.items))));
        made.emplace(node.tag.id.value, item);
        if (node.tag.id == wanted_)
            chosen = item;
    }
    tree_->expandAll();
    tree_->setCurrentItem(chosen != nullptr ? chosen : tree_->topLevelItem(0));
    wanted_ = {};
    onChoice();
}

const store::TagNode *TagTree::current() const
{
    const auto *item = tree_->currentItem();
    const auto at = item != nullptr ? static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt()) : nodes_.size();
    return at < nodes_.size() ? &nodes_[at] : nullptr;
}

void TagTree::onChoice()
{
    const auto *node = current();
    for (auto *field : std::initializer_list<QWidget *>{name_, mark_, colour_, merge_, under_, remove_})
        field->setEnabled(node != nullptr);
    if (!name_->hasFocus())
        name_->setText(node != nullptr ? qs(node->tag.name) : QString());
    if (!mark_->hasFocus())
        mark_->setText(node != nullptr ? qs(node->mark) : QString());
}

void TagTree::decide(Work work, const QString &done)
{
    shell_.bridge.write<bool>(
        this,
        [work = std::move(work)](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("tags"));
            store::Tags tags(tx);
            VIGIE_CHECK(work(tags));
            return true;
        },
        [this, done](Result<bool> result) {
            if (!result)
                shell_.toasts.showError(result.error());
            else if (!done.isEmpty())
                shell_.toasts.showUndo(done, [this] { Q_EMIT undoWanted(); });
            refresh();
        });
}

void TagTree::add()
{
    ChoicePopup::Question question;
    question.title = tr("New tag");
    question.placeholder = tr("Type a tag");
    question.freeText = true;
    question.chosen = [this](const QString &name, bool) {
        shell_.bridge.write<TagId>(
            this,
            [name = utf8(name)](store::Tx &tx) -> Result<TagId> {
                VIGIE_CHECK(store::Tickets(tx).beginChangeSet("tags"));
                return store::Queries(tx).ensureTag(name);
            },
            [this](Result<TagId> made) {
                if (made)
                    wanted_ = *made;
                else
                    shell_.toasts.showError(made.error());
                refresh();
            });
    };
    popup_->ask(question, tree_);
}

void TagTree::rename()
{
    const auto *node = current();
    const auto name = utf8(name_->text().trimmed());
    if (node == nullptr || name.empty() || name == node->tag.name)
        return;
    decide([id = node->tag.id, name](store::Tags &tags) { return tags.rename(id, name); }, tr("%1 is called %2 now").arg(qs(node->tag.name), qs(name)));
}

void TagTree::showAs(const QString &colour)
{
    const auto *node = current();
    const auto mark = utf8(mark_->text().trimmed());
    if (node == nullptr || (mark == node->mark && colour == qs(node->tag.colour)))
        return;
    decide([id = node->tag.id, colour = utf8(colour), mark](store::Tags &tags) { return tags.show(id, colour, mark); }, {});
}

void TagTree::askColour()
{
    const auto *node = current();
    if (node == nullptr)
        return;
    auto *dialog = new QColorDialog(QColor(qs(node->tag.colour)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) { showAs(colour.name()); });
    dialog->open();
}

void TagTree::askOther(const QString &title, bool withTop, std::function<void(TagId)> chosen)
{
    const auto *node = current();
    if (node == nullptr)
        return;
    ChoicePopup::Question question;
    question.title = title;
    question.placeholder = tr("Type a tag");
    if (withTop)
        question.choices.append({tr("at the top"), {}, QStringLiteral("0"), false});
    for (const auto &other : nodes_)
        if (other.tag.id != node->tag.id)
            question.choices.append({qs(other.tag.name), {}, QString::number(other.tag.id.value), false});
    question.chosen = [chosen = std::move(chosen)](const QString &id, bool) { chosen(TagId{id.toLongLong()}); };
    popup_->ask(question, tree_);
}

void TagTree::askMerge()
{
    const auto *node = current();
    if (node == nullptr)
        return;
    askOther(tr("Merge %1 into").arg(qs(node->tag.name)), false, [this, gone = node->tag](TagId kept) {
        wanted_ = kept;
        decide([id = gone.id, kept](store::Tags &tags) { return tags.merge(id, kept); }, tr("%1 is merged").arg(qs(gone.name)));
    });
}

void TagTree::askParent()
{
    const auto *node = current();
    if (node == nullptr)
        return;
    askOther(tr("Put %1 under").arg(qs(node->tag.name)), true, [this, moved = node->tag](TagId parent) {
        decide([id = moved.id, parent](store::Tags &tags) { return tags.move(id, parent); }, tr("%1 is moved").arg(qs(moved.name)));
    });
}

void TagTree::remove()
{
    const auto *node = current();
    if (node == nullptr)
        return;
    decide([id = node->tag.id](store::Tags &tags) { return tags.remove(id); }, tr("The tag %1 is removed").arg(qs(node->tag.name)));
}

} // namespace vigie::ui
