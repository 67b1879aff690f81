package dev.understudy.engine.request;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.text.Rtf;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;

/** Finds what of the text of a layer has no effect. */
final class UnusedText {

    private UnusedText() {}

    /** What has none in the text of a layer that shows text. */
    static List<UnusedModifier> of(CommandValues layer) {
        Assignment photoshop = layer.assignment(Commands.TEXT_PS);
        Assignment text = photoshop == null ? layer.assignment(Commands.TEXT) : photoshop;
        List<UnusedModifier> unused = new ArrayList<>();
        if (text == null) {
            return unused;
        }
        TextDialect dialect = photoshop == null ? TextDialect.TEXT : TextDialect.TEXT_PS;
        Rtf.ignoredWords(text.value(), dialect).forEach(word -> unused.add(UnusedModifier.rtfWord(text, word)));
        Assignment attributes = layer.assignment(Commands.TEXT_ATTR);
        if (photoshop != null && attributes != null && isFitted(layer)) {
            unused.add(UnusedModifier.fixedText(attributes));
        }
        return unused;
    }

    private static boolean isFitted(CommandValues layer) {
        try {
            TextAttributes given = layer.get(Commands.TEXT_ATTR, TextAttributes.DEFAULT);
            return given.sizing() != TextAttributes.DEFAULT.sizing() || given.wrap() != TextAttributes.DEFAULT.wrap();
        } catch (ServeException e) {
            // refused later on, with its reason
            return false;
        }
    }
}
