package dev.understudy.engine.text;

/** What of a text box is left free, in points; the {@code marg} control words. */
record BoxMargins(double left, double top, double right, double bottom) {

    static final BoxMargins NONE = new BoxMargins(0, 0, 0, 0);

    BoxMargins withLeft(double value) {
        return new BoxMargins(value, top, right, bottom);
    }

    BoxMargins withTop(double value) {
        return new BoxMargins(left, value, right, bottom);
    }

    BoxMargins withRight(double value) {
        return new BoxMargins(left, top, value, bottom);
    }

    BoxMargins withBottom(double value) {
        return new BoxMargins(left, top, right, value);
    }
}
