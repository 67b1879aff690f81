package dev.understudy.itest.protocol;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import org.junit.jupiter.api.extension.RegisterExtension;

class KarafProtocolIT extends ProtocolChecks {

    @RegisterExtension
    static final Container KARAF = Container.karaf();

    @Override
    Client client() {
        return KARAF.client();
    }
}
