// SPDX-License-Identifier: GPL-3.0-or-later
// The field a query is typed in: coloured, with a list of what may be typed next. Enter hands the query in, Shift+Enter makes
// a new line (for comments), Ctrl+Space asks for the list, Alt+Enter mends the mistake.
// Thread: the window's.
#pragma once

#include "ui/query/query_analysis.hpp"

#include <QPlainTextEdit>
#include <QPointer>

namespace vigie::ui {

class CompletionList;
class QueryHighlighter;
class Theme;

class QueryEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit QueryEdit(const Theme &theme, QWidget *parent = nullptr);
    ~QueryEdit() override;

    void setStretches(std::vector<QueryStretch> stretches);
    /// Offered only while the field has the focus and the text is as it was when they were worked out.
    void offer(std::vector<QueryChoice> choices);
    /// The mistake, underlined; length 0: none.
    void markFault(int begin, int length);
    /// As one step that the field's own undo takes back.
    void replace(int begin, int length, const QString &text);
    [[nodiscard]] CompletionList &completions() const;
    /// Something is being typed, so that completions make sense.
    [[nodiscard]] bool isTyping() const { return typing_; }

Q_SIGNALS:
    void submitted();
    void completionsWanted();
    void fixWanted();

private:
    bool keyForList(QKeyEvent *event);
    void take();
    void closeList();
    void announce(const QString &what);
    void fit();
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    const Theme &theme_;
    QueryHighlighter *highlighter_ = nullptr;
    QPointer<CompletionList> completions_; ///< lies over the window, and may go with it
    bool typing_ = false;
};

} // namespace vigie::ui
