package dev.understudy.source.web;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import dev.understudy.source.keep.FetchQuota;
import java.time.Duration;
import java.util.Set;

/** Opens web servers as stores. The operator names them, so that no address is refused; else they are asked as foreign servers are. */
public final class WebStores implements ObjectStoreFactory {

    private static final AddressFilter ANY = AddressFilter.parse("0.0.0.0/0,::/0");
    private static final int MAX_ANSWER = Integer.MAX_VALUE;

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    @Override
    public ObjectStore open(RootUrl store, Duration timeout, int connections) {
        if (!store.options().isEmpty()) {
            throw new IllegalArgumentException("a root of " + store.scheme() + " has no options after a question mark");
        }
        ForeignUrl url = ForeignUrl.of(store.scheme() + "://" + store.authority());
        ForeignSettings settings =
                new ForeignSettings(timeout, timeout, ANY, MAX_ANSWER, MAX_ANSWER, connections, connections);
        FetchQuota unlimited = new FetchQuota(2 * connections);
        return new WebObjectStore(ForeignClient.start(settings, unlimited, null), url.origin(), timeout);
    }
}
