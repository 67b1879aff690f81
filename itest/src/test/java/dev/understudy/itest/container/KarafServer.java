package dev.understudy.itest.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import dev.understudy.itest.helper.HelperBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.container.internal.KarafTestContainerFactory;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** A Karaf as it is distributed, into which the feature is installed from the features file. */
public final class KarafServer {

    private static final String MANAGEMENT = "etc/org.apache.karaf.management.cfg";

    private KarafServer() {}

    static Server start(Setup setup) {
        return PaxExamServer.start(KarafTestContainerFactory.class, setup, options(setup), () -> etc(setup));
    }

    /** What makes Pax Exam start such a Karaf. Nothing is fetched: all is in repositories that the build made. */
    public static Option[] options(Setup setup) {
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(Build.karaf().toUri().toString())
                        .unpackDirectory(unpacked(setup).toFile())
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                logLevel(LogLevel.INFO),
                editConfigurationFilePut(MANAGEMENT, "rmiRegistryPort", Integer.toString(Setup.freePort())),
                editConfigurationFilePut(MANAGEMENT, "rmiServerPort", Integer.toString(Setup.freePort())),
                editConfigurationFilePut("etc/config.properties", "felix.fileinstall.enableConfigSave", "false"),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        String.join(
                                ",",
                                "file:${karaf.home}/system@id=system@snapshots",
                                Build.repository().toUri() + "@id=reactor@snapshots",
                                Build.examRepository().toUri() + "@id=exam")),
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories", ""),
                features(Build.feature().toUri().toString(), "understudy", "understudy-web"),
                bundle(HelperBundle.jar(setup.folder()).toUri().toString())));
        setup.environment().forEach((name, value) -> options.add(environment(name + "=" + value)));
        return options.toArray(Option[]::new);
    }

    private static Path unpacked(Setup setup) {
        return setup.folder().resolve("karaf");
    }

    private static Path etc(Setup setup) throws IOException {
        try (Stream<Path> files = Files.find(unpacked(setup), 3, (file, attributes) -> file.endsWith("etc"))) {
            return files.findAny().orElseThrow();
        }
    }
}
