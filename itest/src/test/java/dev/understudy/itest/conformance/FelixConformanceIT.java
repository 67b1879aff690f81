package dev.understudy.itest.conformance;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Server;
import org.junit.jupiter.api.extension.RegisterExtension;

class FelixConformanceIT extends ConformanceChecks {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    @Override
    Server server() {
        return FELIX.server();
    }
}
