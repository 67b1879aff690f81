package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.CompositeScope;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.request.UnusedModifier.Reason;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.NestedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts tokens in order: fills in variables and notes which layer each command is said to. */
final class AssignmentBuilder {

    private final RequestTexts texts;
    private final boolean nested;
    private final LayerCursor cursor = new LayerCursor();
    private final List<UnusedModifier> unused = new ArrayList<>();

    AssignmentBuilder(RequestTexts texts, boolean nested) {
        this.texts = texts;
        this.nested = nested;
    }

    /** The modifiers without effect in all that has been built. */
    List<UnusedModifier> unused() {
        return unused;
    }

    /** The commands of one of the request's texts. */
    List<Assignment> assignments(RequestTexts.Part part) throws ServeException {
        cursor.restart();
        return assignments(part, texts.variables());
    }

    /** The commands of the modifier of the record that a layer shows. */
    List<Assignment> layerAssignments(int layer, RequestTexts.Part part) throws ServeException {
        Variables variables = texts.variables().copy();
        RequestTexts.define(part, variables);
        cursor.select(Integer.toString(layer));
        List<Assignment> assignments = assignments(part, variables);
        if (layer > 0) {
            assignments.removeIf(assignment -> assignment.command().scope().isGlobal());
        }
        return assignments;
    }

    /** The commands of a text that was not known when variables were gathered. */
    List<Assignment> assignmentsWithVariables(RequestTexts.Part part) throws ServeException {
        Variables variables = texts.variables().copy();
        RequestTexts.define(part, variables);
        cursor.restart();
        return assignments(part, variables);
    }

    private List<Assignment> assignments(RequestTexts.Part part, Variables variables) throws ServeException {
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < part.tokens().size(); i++) {
            Token token = part.tokens().get(i);
            if (token instanceof Token.Setting setting) {
                add(setting, filledIn(setting, variables, part.rank(), i), assignments);
            } else if (token instanceof Token.Unknown unknown) {
                unused.add(UnusedModifier.unknown(unknown));
            }
        }
        return assignments;
    }

    private String filledIn(Token.Setting setting, Variables variables, Variables.Rank rank, int position)
            throws ServeException {
        Command<?> command = setting.command();
        if (command.is(Trait.NO_VARIABLES)) {
            return setting.raw();
        }
        boolean source = command == Commands.SRC || command == Commands.MASK;
        if (source && NestedRequest.isForeign(setting.raw().strip())) {
            return variables.fillIn(
                    setting.raw(), rank, position, texts.budget(), name -> true, ForeignVariables::written);
        }
        return command == Commands.TEXT || command == Commands.TEXT_PS
                ? ErrorVariables.fillIn(setting.raw(), variables, rank, position, texts.budget())
                : variables.fillIn(setting.raw(), rank, position, texts.budget());
    }

    private void add(Token.Setting setting, String raw, List<Assignment> assignments) throws ServeException {
        Command<?> command = setting.command();
        Assignment assignment =
                new Assignment(command, setting.spelling(), setting.raw(), raw, setting.origin(), cursor.current());
        String value = assignment.value();
        if (value.indexOf('\0') >= 0) {
            throw new ServeException(new Failure.Malformed(setting.spelling() + "= has a character of code 0"));
        }
        boolean meaningless = nested && command.is(Trait.IGNORED_WHEN_NESTED);
        if (isAbsent(value, command)) {
            return;
        }
        if (command == Commands.LOCALE && (nested || !setting.origin().isRequest())) {
            unused.add(UnusedModifier.of(Reason.LOCALE_ELSEWHERE, assignment));
            return;
        }
        if (nested
                && command == Commands.CACHE
                && !value.strip().toLowerCase(Locale.ROOT).startsWith("off")) {
            unused.add(UnusedModifier.of(Reason.NESTED_CACHE, assignment));
        }
        if (cursor.current().isEffect() && command.isIgnoredByEffects() && !CommandValues.isUsual(assignment)) {
            unused.add(UnusedModifier.of(Reason.IGNORED_BY_EFFECTS, assignment));
        } else if (isIgnoredByComposite(command, cursor.current()) && !CommandValues.isUsual(assignment)) {
            unused.add(UnusedModifier.of(Reason.IGNORED_BY_COMPOSITE, assignment));
        } else if (meaningless && setting.origin().equals(Origin.REQUEST)) {
            // records and macros are for other requests, too, where it has an effect
            unused.add(UnusedModifier.of(Reason.IGNORED_WHEN_NESTED, assignment));
        }
        if (command == Commands.LAYER) {
            cursor.select(value);
        } else if (command == Commands.EFFECT) {
            cursor.selectEffect(value);
        } else if (command != Commands.TEMPLATE && !meaningless) {
            assignments.add(assignment);
        }
    }

    private static boolean isIgnoredByComposite(Command<?> command, Target target) {
        return command.compositeScope() == CompositeScope.IGNORED
                && !target.isEffect()
                && target.layer() == Target.COMPOSITE_NUMBER;
    }

    private static boolean isAbsent(String value, Command<?> command) {
        return value.isBlank()
                && !command.is(Trait.EMPTY_IS_A_VALUE)
                && (value.isEmpty() || !command.is(Trait.BLANK_IS_A_VALUE));
    }
}
