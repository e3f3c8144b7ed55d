/** What an operator may see and do, on the admin port: status, the store's adoption, the views' rebuilds. */
@NullMarked
package io.daybook.app.admin;

import org.jspecify.annotations.NullMarked;
