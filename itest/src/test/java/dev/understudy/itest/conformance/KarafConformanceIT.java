package dev.understudy.itest.conformance;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Server;
import org.junit.jupiter.api.extension.RegisterExtension;

class KarafConformanceIT extends ConformanceChecks {

    @RegisterExtension
    static final Container KARAF = Container.karaf();

    @Override
    Server server() {
        return KARAF.server();
    }
}
