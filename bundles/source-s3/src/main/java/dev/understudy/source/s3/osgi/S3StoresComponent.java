package dev.understudy.source.s3.osgi;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import dev.understudy.source.s3.S3Settings;
import dev.understudy.source.s3.S3Stores;
import java.time.Duration;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers roots on S3. New settings are a new service. */
@Component
public final class S3StoresComponent implements ObjectStoreFactory {

    private final ObjectStoreFactory stores;

    @Activate
    public S3StoresComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) S3Settings settings) {
        stores = new S3Stores(settings);
    }

    @Override
    public Set<String> schemes() {
        return stores.schemes();
    }

    @Override
    public ObjectStore open(RootUrl store, Duration timeout, int connections) {
        return stores.open(store, timeout, connections);
    }
}
