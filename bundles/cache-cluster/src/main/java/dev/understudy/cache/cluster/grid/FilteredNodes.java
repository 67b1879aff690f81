package dev.understudy.cache.cluster.grid;

import com.hazelcast.instance.EndpointQualifier;
import com.hazelcast.instance.impl.DefaultNodeContext;
import com.hazelcast.instance.impl.DefaultNodeExtension;
import com.hazelcast.instance.impl.Node;
import com.hazelcast.instance.impl.NodeExtension;
import com.hazelcast.internal.ascii.TextCommandService;
import com.hazelcast.internal.serialization.InternalSerializationService;
import com.hazelcast.nio.MemberSocketInterceptor;

/**
 * Has Hazelcast ask a filter about each connection, and lets its start be broken off. The open edition takes an interceptor from its configuration and leaves it aside; this is where it
 * would be asked. A test keeps that it is.
 */
final class FilteredNodes extends DefaultNodeContext {

    private final HostFilter filter;
    private final StartBreaker start;

    FilteredNodes(HostFilter filter, StartBreaker start) {
        this.filter = filter;
        this.start = start;
    }

    @Override
    public NodeExtension createNodeExtension(Node node) {
        start.step();
        return new FilteredExtension(node);
    }

    private final class FilteredExtension extends DefaultNodeExtension {

        private final Node member;

        private FilteredExtension(Node member) {
            super(member);
            this.member = member;
        }

        @Override
        public MemberSocketInterceptor getSocketInterceptor(EndpointQualifier qualifier) {
            return filter;
        }

        @Override
        public InternalSerializationService createSerializationService() {
            start.step();
            return super.createSerializationService();
        }

        @Override
        public TextCommandService createTextCommandService() {
            start.step();
            return super.createTextCommandService();
        }

        @Override
        public void beforeJoin() {
            start.joining(() -> member.shutdown(true));
            super.beforeJoin();
        }

        @Override
        public void afterStart() {
            start.joined();
            super.afterStart();
        }
    }
}
