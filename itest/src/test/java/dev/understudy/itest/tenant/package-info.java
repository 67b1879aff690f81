/** Catalogs and tenants change while the server runs. */
@NullMarked
package dev.understudy.itest.tenant;

import org.jspecify.annotations.NullMarked;
