package dev.understudy.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a bundle while its configuration changes. A configuration takes effect as a whole or not at all: when one of its
 * values cannot be used, the settings before stay in use. At the start there are none before; then cautious values take the
 * place of what cannot be used. Settings that are the same as before are not put to use again. Each problem is one line of
 * the log.
 *
 * @param <S> the settings as the bundle wants them
 */
public final class LiveSettings<S> implements SettingsStatus {

    /** The log that operators see on the console. */
    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private static final String BEFORE = "; the settings before stay in use";
    private static final String SAFE = "; a safe value is used until it is corrected";

    private final SettingTable table;
    private final boolean standalone;
    private final Function<SettingValues, S> maker;
    private final Consumer<S> user;
    private volatile List<SettingProblem> problems = List.of();
    private @Nullable Map<String, ?> latest;
    private @Nullable S inUse;

    /**
     * Settings that are read from no configuration yet.
     *
     * @param standalone whether a value that cannot be used ends the process while it is starting
     * @param maker makes settings of values; may refuse one by an {@link UnusableSettingException}
     * @param user puts settings to use; may refuse one likewise, and then keeps to the settings before
     */
    public LiveSettings(SettingTable table, boolean standalone, Function<SettingValues, S> maker, Consumer<S> user) {
        this.table = table;
        this.standalone = standalone;
        this.maker = maker;
        this.user = user;
    }

    @Override
    public String configuration() {
        return table.pid();
    }

    @Override
    public List<SettingProblem> problems() {
        return problems;
    }

    /**
     * Takes a configuration. Of one that is taken again, only problems that are new are told.
     *
     * @param written the properties as they come from Config Admin
     * @param announcement is made when the problems are known, before anything is put to use
     */
    public synchronized void update(Map<String, ?> written, Runnable announcement) {
        SettingReading reading = table.read(written);
        List<SettingProblem> found = new ArrayList<>(reading.problems());
        S made = make(reading, found);
        boolean first = inUse == null;
        String consequence = first && standalone ? "" : first ? SAFE : BEFORE;
        // maps of Component Runtime are equal to themselves alone
        Map<String, ?> taken = Map.copyOf(written);
        List<SettingProblem> told = taken.equals(latest) ? problems : List.of();
        found.stream().filter(problem -> !told.contains(problem)).forEach(problem -> report(problem, consequence));
        latest = taken;
        problems = List.copyOf(found);
        announcement.run();
        if (first || !made.equals(inUse) && found.stream().noneMatch(SettingProblem::isUnusable)) {
            use(made, reading, announcement);
        }
    }

    /** Makes the settings, with cautious values in place of those that are refused. */
    private S make(SettingReading reading, List<SettingProblem> found) {
        SettingValues values = reading.values();
        for (int attempt = 0; ; attempt++) {
            try {
                return maker.apply(values);
            } catch (UnusableSettingException e) {
                if (attempt == table.rows().size()) {
                    throw e;
                }
                found.add(SettingProblem.unusable(reading.file(), e));
                values = values.withCautious(e.setting());
            }
        }
    }

    private void use(S made, SettingReading reading, Runnable announcement) {
        try {
            user.accept(made);
            inUse = made;
            LOG.info("{}: {}", table.pid(), reading.summary());
        } catch (UnusableSettingException e) {
            SettingProblem problem = SettingProblem.unusable(reading.file(), e);
            report(problem, inUse == null ? "" : BEFORE);
            problems = Stream.concat(problems.stream(), Stream.of(problem)).toList();
            announcement.run();
        }
    }

    private static void report(SettingProblem problem, String consequence) {
        if (problem.isUnusable()) {
            STARTUP.error("{}{}", problem.message(), consequence);
        } else {
            STARTUP.warn("{}", problem.message());
        }
    }
}
