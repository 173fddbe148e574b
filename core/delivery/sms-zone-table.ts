/** Where telephones ring: zones by prefix of the number, and what begins the numbers of a country. Public facts of the numbering plans. */

/** `=zones`, then area codes of the United States; several zones where a code lies in more than one. */
export const US_AREA_CODES = `
  =America/New_York 201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267
  269 272 276 283 301 302 304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363
  364 380 386 401 404 407 410 412 413 419 434 440 443 445 448 463 470 472 475 478 484 502 508
  513 516 517 518 540 551 561 567 570 571 582 585 586 603 607 609 610 614 616 617 631 640 645
  646 656 667 678 680 681 686 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762
  765 770 771 772 774 781 786 802 803 804 810 813 814 821 826 828 835 838 839 843 845 848 854
  856 857 859 860 862 863 864 865 878 904 908 910 912 914 917 919 929 930 934 937 941 943 947
  948 954 959 973 978 980 984 989 =America/Chicago 205 210 214 217 218 224 225 228 235 251 254
  256 262 274 281 309 312 314 316 318 319 320 325 327 331 334 337 346 353 361 402 405 409 414
  417 430 432 447 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 608 612
  615 618 629 630 636 641 651 659 660 662 682 689 708 712 713 715 726 730 731 737 763 769 773
  779 806 815 816 817 830 832 847 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972
  975 979 985 =America/Los_Angeles 206 209 213 253 279 310 323 341 350 360 369 408 415 424 425
  442 458 503 509 510 530 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760
  805 818 820 831 840 858 909 916 925 949 951 971 =America/Denver+America/Los_Angeles 208 541
  775 986 =America/Chicago+America/New_York 219 270 423 574 606 812 850 906 =America/Denver 303
  307 385 406 435 505 575 719 720 748 801 915 970 983 =America/Chicago+America/Denver 308 605
  620 701 785 =America/Phoenix 480 520 602 623 =Pacific/Honolulu 808
  =America/Anchorage+America/Adak 907 =America/Phoenix+America/Denver 928`;

/** As above, for Canada. */
export const CANADIAN_AREA_CODES = `
  =America/Winnipeg 204 431 474 584 =America/Toronto 226 249 263 289 343 354 365 367 382 416 437
  438 450 468 514 519 548 579 581 613 647 683 705 742 753 819 873 905 942 =America/Vancouver 236
  257 604 672 778 =America/Edmonton+America/Vancouver 250 =America/Regina 306 639
  =America/Edmonton 368 403 587 780 825 =America/Toronto+America/Halifax 418 =America/Halifax
  428 506 782 902 =America/St_Johns 709 879 =America/Toronto+America/Winnipeg 807
  =America/Toronto+America/Vancouver 867`;

/** As above, for the other countries and territories that share +1. */
export const CARIBBEAN_AREA_CODES = `
  =America/Nassau 242 =America/Barbados 246 =America/Anguilla 264 =America/Antigua 268
  =America/Tortola 284 =America/St_Thomas 340 =America/Cayman 345 =Atlantic/Bermuda 441
  =America/Grenada 473 =America/Grand_Turk 649 =America/Jamaica 658 876 =America/Montserrat 664
  =Pacific/Saipan 670 =Pacific/Guam 671 =Pacific/Pago_Pago 684 =America/Lower_Princes 721
  =America/St_Lucia 758 =America/Dominica 767 =America/St_Vincent 784 =America/Puerto_Rico 787
  939 =America/Santo_Domingo 809 829 849 =America/Port_of_Spain 868 =America/St_Kitts 869`;

/** `prefixes=zones` of all other numbers; the outermost zones of wide countries. */
export const CALLING_CODES = `
  7=Europe/Kaliningrad+Asia/Kamchatka 20=Africa/Cairo 27=Africa/Johannesburg 30=Europe/Athens
  31=Europe/Amsterdam 32=Europe/Brussels 33=Europe/Paris 34=Atlantic/Canary+Europe/Madrid
  36=Europe/Budapest 39=Europe/Rome 40=Europe/Bucharest 41=Europe/Zurich 43=Europe/Vienna
  44=Europe/London 45=Europe/Copenhagen 46=Europe/Stockholm 47=Europe/Oslo 48=Europe/Warsaw
  49=Europe/Berlin 51=America/Lima
  52=America/Tijuana+America/Mazatlan+America/Mexico_City+America/Cancun 53=America/Havana
  54=America/Argentina/Buenos_Aires 55=America/Rio_Branco+America/Manaus+America/Sao_Paulo
  56=America/Santiago 57=America/Bogota 58=America/Caracas 60=Asia/Kuala_Lumpur
  61=Australia/Perth+Australia/Adelaide+Australia/Brisbane+Australia/Sydney
  62=Asia/Jakarta+Asia/Jayapura 63=Asia/Manila 64=Pacific/Auckland 65=Asia/Singapore
  66=Asia/Bangkok 76,77=Asia/Almaty 81=Asia/Tokyo 82=Asia/Seoul 84=Asia/Ho_Chi_Minh
  86=Asia/Shanghai 90=Europe/Istanbul 91=Asia/Kolkata 92=Asia/Karachi 93=Asia/Kabul
  94=Asia/Colombo 95=Asia/Yangon 98=Asia/Tehran 211=Africa/Juba 212=Africa/Casablanca
  213=Africa/Algiers 216=Africa/Tunis 218=Africa/Tripoli 220=Africa/Banjul 221=Africa/Dakar
  222=Africa/Nouakchott 223=Africa/Bamako 224=Africa/Conakry 225=Africa/Abidjan
  226=Africa/Ouagadougou 227=Africa/Niamey 228=Africa/Lome 229=Africa/Porto-Novo
  230=Indian/Mauritius 231=Africa/Monrovia 232=Africa/Freetown 233=Africa/Accra 234=Africa/Lagos
  235=Africa/Ndjamena 236=Africa/Bangui 237=Africa/Douala 238=Atlantic/Cape_Verde
  239=Africa/Sao_Tome 240=Africa/Malabo 241=Africa/Libreville 242=Africa/Brazzaville
  243=Africa/Kinshasa+Africa/Lubumbashi 244=Africa/Luanda 245=Africa/Bissau 246=Indian/Chagos
  247,290=Atlantic/St_Helena 248=Indian/Mahe 249=Africa/Khartoum 250=Africa/Kigali
  251=Africa/Addis_Ababa 252=Africa/Mogadishu 253=Africa/Djibouti 254=Africa/Nairobi
  255=Africa/Dar_es_Salaam 256=Africa/Kampala 257=Africa/Bujumbura 258=Africa/Maputo
  260=Africa/Lusaka 261=Indian/Antananarivo 262=Indian/Mayotte+Indian/Reunion 263=Africa/Harare
  264=Africa/Windhoek 265=Africa/Blantyre 266=Africa/Maseru 267=Africa/Gaborone
  268=Africa/Mbabane 269=Indian/Comoro 291=Africa/Asmara 297=America/Aruba 298=Atlantic/Faroe
  299=America/Nuuk 350=Europe/Gibraltar 351=Atlantic/Azores+Europe/Lisbon 352=Europe/Luxembourg
  353=Europe/Dublin 354=Atlantic/Reykjavik 355=Europe/Tirane 356=Europe/Malta 357=Asia/Nicosia
  358=Europe/Helsinki 359=Europe/Sofia 370=Europe/Vilnius 371=Europe/Riga 372=Europe/Tallinn
  373=Europe/Chisinau 374=Asia/Yerevan 375=Europe/Minsk 376=Europe/Andorra 377=Europe/Monaco
  378=Europe/San_Marino 380=Europe/Kyiv 381,383=Europe/Belgrade 382=Europe/Podgorica
  385=Europe/Zagreb 386=Europe/Ljubljana 387=Europe/Sarajevo 389=Europe/Skopje 420=Europe/Prague
  421=Europe/Bratislava 423=Europe/Vaduz 500=Atlantic/Stanley 501=America/Belize
  502=America/Guatemala 503=America/El_Salvador 504=America/Tegucigalpa 505=America/Managua
  506=America/Costa_Rica 507=America/Panama 508=America/Miquelon 509=America/Port-au-Prince
  590=America/Guadeloupe 591=America/La_Paz 592=America/Guyana 593=America/Guayaquil
  594=America/Cayenne 595=America/Asuncion 596=America/Martinique 597=America/Paramaribo
  598=America/Montevideo 599=America/Curacao 670=Asia/Dili 672=Pacific/Norfolk 673=Asia/Brunei
  674=Pacific/Nauru 675=Pacific/Port_Moresby 676=Pacific/Tongatapu 677=Pacific/Guadalcanal
  678=Pacific/Efate 679=Pacific/Fiji 680=Pacific/Palau 681=Pacific/Wallis 682=Pacific/Rarotonga
  683=Pacific/Niue 685=Pacific/Apia 686=Pacific/Tarawa+Pacific/Kiritimati 687=Pacific/Noumea
  688=Pacific/Funafuti 689=Pacific/Tahiti 690=Pacific/Fakaofo 691=Pacific/Chuuk+Pacific/Pohnpei
  692=Pacific/Majuro 850=Asia/Pyongyang 852=Asia/Hong_Kong 853=Asia/Macau 855=Asia/Phnom_Penh
  856=Asia/Vientiane 880=Asia/Dhaka 886=Asia/Taipei 960=Indian/Maldives 961=Asia/Beirut
  962=Asia/Amman 963=Asia/Damascus 964=Asia/Baghdad 965=Asia/Kuwait 966=Asia/Riyadh
  967=Asia/Aden 968=Asia/Muscat 970=Asia/Gaza 971=Asia/Dubai 972=Asia/Jerusalem 973=Asia/Bahrain
  974=Asia/Qatar 975=Asia/Thimphu 976=Asia/Ulaanbaatar+Asia/Hovd 977=Asia/Kathmandu
  992=Asia/Dushanbe 993=Asia/Ashgabat 994=Asia/Baku 995=Asia/Tbilisi 996=Asia/Bishkek
  998=Asia/Tashkent`;

/** Country and the prefix of its numbers; those of the United States and Canada go by area code. */
export const COUNTRY_PREFIXES = `
  AD376 AE971 AF93 AG1268 AI1264 AL355 AM374 AO244 AR54 AS1684 AT43 AU61 AW297 AX358 AZ994 BA387
  BB1246 BD880 BE32 BF226 BG359 BH973 BI257 BJ229 BL590 BM1441 BN673 BO591 BQ599 BR55 BS1242
  BT975 BW267 BY375 BZ501 CC61 CD243 CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506
  CU53 CV238 CW599 CX61 CY357 CZ420 DE49 DJ253 DK45 DM1767 DO1809 DZ213 EC593 EE372 EG20 EH212
  ER291 ES34 ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GD1473 GE995 GF594 GG44 GH233
  GI350 GL299 GM220 GN224 GP590 GQ240 GR30 GT502 GU1671 GW245 GY592 HK852 HN504 HR385 HT509 HU36
  ID62 IE353 IL972 IM44 IN91 IO246 IQ964 IR98 IS354 IT39 JE44 JM1876 JO962 JP81 KE254 KG996
  KH855 KI686 KM269 KN1869 KP850 KR82 KW965 KY1345 LA856 LB961 LC1758 LI423 LK94 LR231 LS266
  LT370 LU352 LV371 LY218 MA212 MC377 MD373 ME382 MF590 MG261 MH692 MK389 ML223 MM95 MN976 MO853
  MP1670 MQ596 MR222 MS1664 MT356 MU230 MV960 MW265 MX52 MY60 MZ258 NA264 NC687 NE227 NF672
  NG234 NI505 NL31 NO47 NP977 NR674 NU683 NZ64 OM968 PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508
  PR1787 PS970 PT351 PW680 PY595 QA974 RE262 RO40 RS381 RU7 RW250 SA966 SB677 SC248 SD249 SE46
  SG65 SH290 SI386 SJ47 SK421 SL232 SM378 SN221 SO252 SR597 SS211 ST239 SV503 SX1721 SY963 SZ268
  TC1649 TD235 TG228 TH66 TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TT1868 TV688 TW886 TZ255
  UA380 UG256 UY598 UZ998 VA39 VC1784 VE58 VG1284 VI1340 VN84 VU678 WF681 WS685 XK383 YE967
  YT262 ZA27 ZM260 ZW263 KZ77`;

/** States and other parts of the United States: `=zones`, then the two letters of each. */
export const US_STATES = `
  =America/New_York CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV
  =America/Chicago AL AR IA IL LA MN MO MS OK WI
  =America/Denver CO MT NM UT WY =America/Phoenix AZ =America/Los_Angeles CA NV WA
  =America/Chicago+America/New_York FL IN KY MI TN =America/Chicago+America/Denver KS ND NE SD TX
  =America/Denver+America/Los_Angeles ID OR =America/Anchorage+America/Adak AK =Pacific/Honolulu HI
  =America/Puerto_Rico PR VI =Pacific/Guam GU MP =Pacific/Pago_Pago AS`;

/** As above, for the provinces of Canada. */
export const CANADIAN_PROVINCES = `
  =America/St_Johns NL =America/Halifax NB NS PE =America/Toronto+America/Halifax QC
  =America/Toronto+America/Winnipeg ON =America/Winnipeg MB =America/Regina SK
  =America/Edmonton AB NT =America/Edmonton+America/Vancouver BC =America/Whitehorse YT
  =America/Toronto+America/Edmonton NU`;
