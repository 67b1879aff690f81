package dev.understudy.itest.protocol;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import org.junit.jupiter.api.extension.RegisterExtension;

class FelixProtocolIT extends ProtocolChecks {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    @Override
    Client client() {
        return FELIX.client();
    }
}
