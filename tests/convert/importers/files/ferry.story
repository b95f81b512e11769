(CNN) -- The ferry to Skarv sailed again on Tuesday.

It carried forty passengers, a van of post
and the new teacher.

@highlight

Ferry returns after five months

@highlight

Forty passengers were on board
