package dev.understudy.itest.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import dev.understudy.itest.helper.HelperBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.forked.ForkedTestContainerFactory;

/** A bare Felix framework, into which the bundles of the assembled Felix are put. */
final class FelixServer {

    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{env:(\\w+):-((?:[^{}]|\\$\\{[^}]*})*)}");

    private FelixServer() {}

    static Server start(Setup setup) {
        Path etc = configuration(setup);
        return PaxExamServer.start(ForkedTestContainerFactory.class, setup, options(setup, etc), () -> etc);
    }

    private static Option[] options(Setup setup, Path etc) {
        List<Option> options = new ArrayList<>();
        options.add(systemProperty("java.util.logging.config.file")
                .value(Build.felix().resolve("conf/logging.properties").toString()));
        options.add(
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("ERROR"));
        options.add(frameworkProperty("felix.fileinstall.dir").value(etc.toString()));
        options.add(frameworkProperty("felix.fileinstall.poll").value("1000"));
        options.add(frameworkProperty("felix.fileinstall.noInitialDelay").value("true"));
        options.add(frameworkProperty("felix.fileinstall.enableConfigSave").value("false"));
        options.add(frameworkProperty("understudy.plugins")
                .value(setup.folder().resolve("plugins").toString()));
        options.add(frameworkProperty("understudy.data")
                .value(setup.folder().resolve("data").toString()));
        for (Path jar : jars()) {
            options.add(bundle(jar.toUri().toString()));
        }
        options.add(bundle(HelperBundle.jar(setup.folder()).toUri().toString()));
        return options.toArray(Option[]::new);
    }

    private static List<Path> jars() {
        try (Stream<Path> files = Files.list(Build.felix().resolve("bundle"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped configuration, with the setup's environment put in: the container hands on this process's own. */
    private static Path configuration(Setup setup) {
        Path etc = setup.folder().resolve("etc");
        Setup.copy(Build.felix().resolve("etc"), etc);
        try (Stream<Path> files = Files.list(etc)) {
            for (Path file : files.toList()) {
                Files.writeString(file, resolve(Files.readString(file), setup.environment()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return etc;
    }

    private static String resolve(String text, Map<String, String> environment) {
        return FROM_ENVIRONMENT
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group(2))));
    }
}
