package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.syntax.Modifier;
import dev.understudy.protocol.syntax.QuerySplitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns text into tokens, with macros replaced by what they stand for. Names that are not known do no harm: a site
 * that uses a command of another server still gets its image.
 *
 * <p>Source: the reference's pages on basic syntax and command macros.
 */
final class Tokenizer {

    private static final Logger LOG = LoggerFactory.getLogger(Tokenizer.class);

    /** How many names that nobody knows are remembered. */
    private static final int MAX_UNKNOWN = 50;

    private final Catalog catalog;
    private final ExpansionBudget budget;
    private final List<Token> tokens = new ArrayList<>();
    private int unknown;
    private final Deque<String> macros = new ArrayDeque<>();

    private Tokenizer(Catalog catalog, ExpansionBudget budget) {
        this.catalog = catalog;
        this.budget = budget;
    }

    /**
     * The tokens of the modifier of a record.
     *
     * @param catalog whose macros are meant
     */
    static List<Token> tokens(String text, Origin origin, Catalog catalog, ExpansionBudget budget)
            throws ServeException {
        Tokenizer tokenizer = new Tokenizer(catalog, budget);
        tokenizer.read(text, origin);
        return tokenizer.tokens;
    }

    /**
     * The tokens of a query that has been split and paid for.
     *
     * @param catalog whose macros are meant
     */
    static List<Token> tokens(List<Modifier> modifiers, Origin origin, Catalog catalog, ExpansionBudget budget)
            throws ServeException {
        Tokenizer tokenizer = new Tokenizer(catalog, budget);
        tokenizer.read(modifiers, origin);
        return tokenizer.tokens;
    }

    private void read(String text, Origin origin) throws ServeException {
        budget.spend(text.length());
        read(QuerySplitter.split(text), origin);
    }

    private void read(List<Modifier> modifiers, Origin origin) throws ServeException {
        for (Modifier modifier : modifiers) {
            String name = modifier.name();
            if (isMacro(name)) {
                expand(name.substring(1, name.length() - 1).toLowerCase(Locale.ROOT), origin);
            } else if (name.startsWith("$") && modifier.hasValue() && Variables.isName(name, 1, name.length())) {
                add(new Token.Definition(name.substring(1).toLowerCase(Locale.ROOT), modifier.rawValue(), origin));
            } else {
                addSetting(modifier, origin);
            }
        }
    }

    private void addSetting(Modifier modifier, Origin origin) throws ServeException {
        String name = modifier.name().strip();
        Optional<Command<?>> command = Commands.named(name);
        if (command.isPresent()) {
            add(new Token.Setting(command.get(), name, modifier.rawValue(), origin));
        } else {
            LOG.debug("Unknown command ignored: {}", modifier.text());
            addUnknown(name, false, origin);
        }
    }

    private void add(Token token) throws ServeException {
        tokens.add(token);
        RequestLimits.check("The number of commands", tokens.size() - unknown, RequestLimits.COMMANDS);
    }

    private void addUnknown(String name, boolean macro, Origin origin) {
        if (unknown < MAX_UNKNOWN && !name.isEmpty()) {
            tokens.add(new Token.Unknown(name, macro, origin));
            unknown++;
        }
    }

    private static boolean isMacro(String name) {
        return name.length() > 2
                && name.startsWith("$")
                && name.endsWith("$")
                && Variables.isName(name, 1, name.length() - 1);
    }

    private void expand(String name, Origin origin) throws ServeException {
        Optional<String> definition = catalog.macro(name);
        if (definition.isEmpty()) {
            LOG.debug("Unknown macro ignored: {}", name);
            addUnknown("$" + name + "$", true, origin);
            return;
        }
        if (macros.contains(name)) {
            throw new ServeException(new Failure.Malformed("The macro $" + name + "$ invokes itself"));
        }
        RequestLimits.check("The depth of macros within macros", macros.size() + 1L, RequestLimits.MACRO_DEPTH);
        macros.push(name);
        read(definition.get(), origin.in(name));
        macros.pop();
    }
}
