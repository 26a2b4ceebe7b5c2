// SPDX-License-Identifier: GPL-3.0-or-later
// A frame to write in, whose rows of words and buttons wrap: it is never lower than what they take, and the editor with them.
// Thread: the window's.
#pragma once

#include <QFrame>

class QPlainTextEdit;

namespace vigie::ui {

class WritingFrame : public QFrame {
    Q_OBJECT
public:
    using QFrame::QFrame;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Sets every word anew; called when the language changes.
    virtual void retranslate() = 0;
    /// Called by itself when the layout or the width changes.
    void fitHeight();
    /// The editor is as high as what is in it, from three lines to a third of the window.
    void growWith(QPlainTextEdit &editor);
};

} // namespace vigie::ui
