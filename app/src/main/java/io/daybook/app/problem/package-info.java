/** Whatever goes wrong with a request, told in one shape: RFC 9457 problem details, with the same codes in GraphQL. */
@NullMarked
package io.daybook.app.problem;

import org.jspecify.annotations.NullMarked;
