package dev.understudy.cache.cluster.grid;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.DefaultNodeExtension;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.instance.impl.NodeExtension;
import com.hazelcast.nio.MemberSocketInterceptor;

/**
 * Has Hazelcast ask a filter about each connection. The open edition takes an interceptor from its configuration and leaves it aside; this is where it would be asked. A
 * test keeps that it is.
 */
final class FilteredNodes extends DefaultNodeContext {

    private final HostFilter filter;

    FilteredNodes(HostFilter filter) {
        this.filter = filter;
    }

    @Override
    public NodeExtension createNodeExtension(Node node) {
        return new DefaultNodeExtension(node) {
            @Override
            public MemberSocketInterceptor getSocketInterceptor(EndpointQualifier qualifier) {
                return filter;
            }
        };
    }
}
