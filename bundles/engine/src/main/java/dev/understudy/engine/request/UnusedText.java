package dev.understudy.engine.request;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.request.UnusedModifier.Reason;
import dev.understudy.engine.text.Rtf;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;

/** Finds what of the text of a layer has no effect. */
final class UnusedText {

    private UnusedText() {}

    /** The modifiers of the text of a layer that have none. */
    static List<UnusedModifier> of(CommandValues layer) {
        Assignment photoshop = layer.assignment(Commands.TEXT_PS);
        Assignment text = photoshop == null ? layer.assignment(Commands.TEXT) : photoshop;
        Assignment attributes = layer.assignment(Commands.TEXT_ATTR);
        List<UnusedModifier> unused = new ArrayList<>();
        if (text == null) {
            if (attributes != null && !CommandValues.isUsual(attributes)) {
                unused.add(UnusedModifier.of(Reason.NO_TEXT, attributes));
            }
            return unused;
        }
        TextDialect dialect = photoshop == null ? TextDialect.TEXT : TextDialect.TEXT_PS;
        boolean onPath = photoshop != null && layer.has(Commands.TEXT_PATH);
        Rtf.ignoredWords(text.value(), dialect, onPath).forEach(word -> unused.add(UnusedModifier.rtfWord(text, word)));
        if (attributes != null) {
            unused.addAll(unusedAttributes(attributes, given(layer), dialect));
        }
        return unused;
    }

    private static List<UnusedModifier> unusedAttributes(
            Assignment attributes, TextAttributes given, TextDialect dialect) {
        TextAttributes usual = TextAttributes.DEFAULT;
        if (dialect == TextDialect.TEXT) {
            return given.smoothing().isOfText()
                    ? List.of()
                    : List.of(UnusedModifier.of(Reason.PHOTOSHOP_SMOOTHING, attributes));
        }
        boolean isFitted = given.sizing() != usual.sizing() || given.wrap() != usual.wrap();
        return isFitted ? List.of(UnusedModifier.of(Reason.FIXED_TEXT, attributes)) : List.of();
    }

    private static TextAttributes given(CommandValues layer) {
        try {
            return layer.get(Commands.TEXT_ATTR, TextAttributes.DEFAULT);
        } catch (ServeException e) {
            // refused later on, with its reason
            return TextAttributes.DEFAULT;
        }
    }
}
